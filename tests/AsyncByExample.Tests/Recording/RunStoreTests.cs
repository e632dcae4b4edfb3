using AsyncByExample.Clocks;

namespace AsyncByExample.Tests.Recording;

public sealed class RunStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void A_kept_run_comes_back_as_it_was()
    {
        var run = Lesson.BlockingSleep.Record([2, 1]);
        var store = new RunStore(_folder);
        store.Keep(run);
        var kept = store.All().ShouldHaveSingleItem();
        Summary.Of(kept).Sentences.ShouldBe(Summary.Of(run).Sentences);
        kept.Timeline.Lines.ShouldBe(run.Timeline.Lines);
        kept.Began.ShouldNotBeNull().ShouldBe(run.Began!.Value);
    }

    [Fact]
    public void The_newest_run_of_an_example_takes_the_place_of_the_last_one()
    {
        var store = new RunStore(_folder);
        store.Keep(Lesson.BlockingSleep.Record([2, 1]));
        store.Keep(Lesson.BlockingSleep.Record([5]));
        store.All().ShouldHaveSingleItem().Total.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Of_runs_on_the_thread_pool_the_one_before_is_found_too()
    {
        var store = new RunStore(_folder);
        var (first, second) = (await RecordAsync(), await RecordAsync());
        store.Keep(first);

        store.Before(second).ShouldNotBeNull().Id.ShouldBe(first.Id);
        store.Before(first).ShouldBeNull();
        first.Source!.File.ShouldEndWith("RunStoreTests.cs");
        first.Began.ShouldNotBeNull();

        static Task<Run> RecordAsync() =>
            Recorder.RecordAsync("test", Clock.Real(10), LowerBound.NoWaiting([]), () => Task.CompletedTask);
    }

    [Fact]
    public void Runs_come_in_the_order_of_their_examples()
    {
        var store = new RunStore(_folder);
        store.Keep(Lesson.Greenlets.Record([1]));
        store.Keep(Lesson.Synchronous.Record([1]));
        store.All().Select(run => run.Example).ShouldBe(["1 synchronous", "4 greenlets"]);
    }

    [Fact]
    public void A_run_that_was_stopped_or_is_missing_is_not_kept()
    {
        var store = new RunStore(_folder);
        store.Keep(Lesson.BlockingSleep.Record([2, 1]) with { IsStopped = true });
        store.Keep(null);
        store.All().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_is_compared_with_those_that_did_the_same_job()
    {
        var store = new RunStore(_folder);
        var sleeping = Lesson.Greenlets.Record([2, 1]);
        store.Keep(Lesson.Synchronous.Record([2, 1]));
        store.Keep(Lesson.BlockingSleep.Record([1, 2]));
        store.Keep(sleeping);
        store.Keep(Lesson.AsyncAwait.Record([3]));
        store.Like(sleeping).Select(run => run.Example).ShouldBe(["3 blocking sleep", "4 greenlets"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void The_reader_s_runs_stay_in_their_folder_when_the_environment_names_none(string? named)
    {
        RunStore.Open(_folder, named).Keep(Lesson.Synchronous.Record([1]));
        new RunStore(_folder).All().Count.ShouldBe(1);
    }

    [Fact]
    public void Where_there_is_no_run_of_an_example_a_recorded_one_stands_in_and_says_so()
    {
        var (store, recorded) = (new RunStore(_folder), new RunStore(Path.Combine(_folder, "recorded")));
        store.Keep(Lesson.Synchronous.Record([1]));
        recorded.Keep(Lesson.Synchronous.Record([2]));
        recorded.Keep(Lesson.Greenlets.Record([2]));
        var runs = store.AllOr(recorded);
        runs.Select(run => run.Example).ShouldBe(["1 synchronous", "4 greenlets (recorded)"]);
        runs[0].Timeline.Lines.Count.ShouldBe(3, "the reader's own run comes first");
    }

    [Fact]
    public void A_file_that_is_not_a_run_is_passed_over()
    {
        var store = new RunStore(_folder);
        store.Keep(Lesson.Greenlets.Record([1]));
        File.WriteAllText(Path.Combine(_folder, "broken.json"), "{ half of");
        store.All().Count.ShouldBe(1);
    }

    [Fact]
    public void The_run_before_is_the_same_whether_the_new_one_is_kept_already_or_not()
    {
        var store = new RunStore(_folder);
        var (first, second) = (Lesson.Greenlets.Record([1]), Lesson.Greenlets.Record([2]));
        store.Before(first).ShouldBeNull();
        store.Keep(first);
        store.Before(first).ShouldBeNull("it is not before itself");
        store.Before(second)!.Id.ShouldBe(first.Id);
        store.Keep(second);
        store.Keep(second);
        store.Before(second)!.Id.ShouldBe(first.Id);
        store.Before(Lesson.Synchronous.Record([1])).ShouldBeNull("another example has its own");
        store.All().ShouldHaveSingleItem().Id.ShouldBe(second.Id);
    }

    [Fact]
    public void Of_each_example_the_last_ten_runs_are_kept()
    {
        var store = new RunStore(_folder);
        for (var i = 0; i < 12; i++)
            store.Keep(Lesson.Synchronous.Record([i]));
        Directory.EnumerateFiles(_folder, "*.json", SearchOption.AllDirectories).Count().ShouldBe(10);
        store.Before(Lesson.Synchronous.Record([0]))!.Timeline.Lanes[0].Items[0].Work.ShouldBe("11");
        store.Before(store.All()[0])!.Timeline.Lanes[0].Items[0].Work.ShouldBe("10");
    }

    [Fact]
    public void A_run_that_was_kept_before_runs_had_names_can_be_the_one_before()
    {
        var store = new RunStore(_folder);
        store.Keep(Lesson.Greenlets.Record([1]) with { Id = "" });
        store.Before(Lesson.Greenlets.Record([2]))!.Total.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Before_anything_is_kept_there_is_nothing() => new RunStore(_folder).All().ShouldBeEmpty();

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
