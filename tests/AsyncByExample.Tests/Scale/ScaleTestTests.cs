using AsyncByExample.Clocks;
using AsyncByExample.Labs.Scale;
using AsyncByExample.Notebook;

namespace AsyncByExample.Tests.Scale;

public sealed class ScaleTestTests : IDisposable
{
    public void Dispose() => Recorder.Host = new ExampleHost();

    [Theory]
    [InlineData(1, "1")]
    [InlineData(10, "2 10")]
    [InlineData(5000, "2 10 100 1000 5000")]
    [InlineData(1_000_000, "2 10 100 1000 10000 100000 1000000")]
    public void Tasks_are_counted_in_powers_of_ten_up_to_what_the_reader_asks_for(int n, string counts) =>
        string.Join(' ', ScaleTest.CountsTo(n)).ShouldBe(counts);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_000)]
    public void A_number_of_tasks_that_cannot_be_is_refused(int n) =>
        Should
            .Throw<ArgumentException>(() => new ScaleTest(n))
            .Message.ShouldBe($"n is {n}, and this test takes from 1 to 1,000,000 tasks: change the knob called n");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000)]
    public void A_number_of_threads_that_cannot_be_is_refused(int threads) =>
        Should
            .Throw<ArgumentException>(() => ScaleTest.RunThreads("threads", _ => { }, threads))
            .Message.ShouldBe(
                $"threads is {threads}, and this test takes from 1 to 4,000 threads: change the knob called threads"
            );

    [Fact]
    public void Every_number_of_tasks_is_run_once_to_weigh_it_and_once_to_time_it()
    {
        var runs = new List<(int Tasks, string Clock)>();
        var curve = new ScaleTest(10).Run("nothing", Main);
        runs.ShouldBe([
            (2, "Clock.Virtual()"),
            (2, "Clock.Real(speed: 1)"),
            (10, "Clock.Virtual()"),
            (10, "Clock.Real(speed: 1)"),
        ]);
        curve.Costs.Select(cost => cost.Tasks).ShouldBe([2, 10]);
        curve.Origin.ShouldBe(CostOrigin.Measured);

        Task Main(int tasks)
        {
            runs.Add((tasks, $"{Clock.Current}"));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void What_tasks_hold_while_they_sleep_is_their_weight()
    {
        const int Bytes = 100_000;
        var curve = new ScaleTest(100).Run(
            "heavy",
            tasks => Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Hold()))
        );
        curve.Costs[^1].BytesPerTask.ShouldNotBeNull().ShouldBe(Bytes, tolerance: Bytes / 10);

        static async Task Hold()
        {
            var load = new byte[Bytes];
            await Task.Yield();
            GC.KeepAlive(load);
        }
    }

    [Fact]
    public void Threads_are_run_in_a_tenth_of_their_number_and_in_all_of_it()
    {
        var asked = new List<int>();
        ScaleTest.RunThreads("threads", asked.Add, 100).Costs.Select(cost => cost.Tasks).ShouldBe([10, 100]);
        ScaleTest.RunThreads("threads", asked.Add, 3).Costs.Select(cost => cost.Tasks).ShouldBe([3]);
        asked.ShouldBe([10, 100, 3]);
    }

    [Fact]
    public void A_reader_can_stop_it_and_the_clock_is_put_back()
    {
        using var reader = new CancellationTokenSource();
        reader.Cancel();
        Recorder.Host = new NotebookHost(() => reader.Token, show: null);
        Should.Throw<OperationCanceledException>(() =>
            new ScaleTest(2).Run("stopped", _ => Task.Delay(Timeout.Infinite))
        );
        Clock.Current.ShouldBe(RealClock.ArticlePace);
    }
}
