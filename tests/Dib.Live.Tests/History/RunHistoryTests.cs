using Dib.Live.History;

namespace Dib.Live.Tests.History;

/// <summary>What the host notes of the runs that it sees recorded, and for how long.</summary>
public sealed class RunHistoryTests : IAsyncDisposable
{
    private static readonly (string, string)[] Cells =
    [
        ("csharp", "// knobs\nint[] work = [15, 10];\nvar clock = Clock.Virtual();"),
        ("csharp", "record"),
    ];

    private readonly OpenNotebook _notebook;
    private int _recorded;

    public RunHistoryTests() => _notebook = new OpenNotebook(Cells, NewKernel(), NewKernel());

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task A_runs_knobs_are_those_that_ran_and_not_those_that_stand_in_the_cell()
    {
        await _notebook.RunAllAsync();
        EditKnobs("// knobs\nint[] work = [3];");
        await _notebook.RunAsync(2);

        (await ListAsync())
            .Select(KnobsOf)
            .ShouldBe(["work = [15, 10]; clock = Clock.Virtual()", "work = [15, 10]; clock = Clock.Virtual()"]);
    }

    [Fact]
    public async Task A_knob_that_has_another_value_than_in_the_run_before_is_told_apart()
    {
        await _notebook.RunAllAsync();
        EditKnobs("// knobs\nint[] work = [3];");
        await _notebook.RunAllAsync();

        var runs = await ListAsync();

        runs.Select(KnobsOf)
            .ShouldBe(["work = [3]; clock = Clock.Virtual()", "work = [15, 10]; clock = Clock.Virtual()"]);
        runs[0].Knobs!.Value.Select(runs[0].IsChanged).ShouldBe([true, false]);
        runs[1].Knobs!.Value.ShouldAllBe(knob => !runs[1].IsChanged(knob));
    }

    [Fact]
    public async Task A_new_kernel_has_only_the_knobs_whose_cells_have_run_in_it()
    {
        await _notebook.RunAllAsync();
        await _notebook.Session.Kernel.RestartAsync();
        _notebook.Time.Advance(TimeSpan.FromSeconds(1));
        await _notebook.RunAsync(2);

        (await ListAsync()).Select(KnobsOf).ShouldBe(["", "work = [15, 10]; clock = Clock.Virtual()"]);
    }

    [Fact]
    public async Task A_run_that_was_made_elsewhere_is_listed_without_knobs_and_page()
    {
        await _notebook.RunAsync(1);
        _notebook.Time.Advance(TimeSpan.FromSeconds(1));
        KeptRuns.Keep(_notebook, 7);
        _notebook.Time.Advance(TimeSpan.FromSeconds(1));
        await _notebook.RunAsync(1);

        var run = (await ListAsync()).ShouldHaveSingleItem();

        run.Note.ShouldBeNull();
        _notebook.Session.History.PageOf(run).ShouldBeNull();
    }

    [Fact]
    public async Task A_runs_page_is_the_notebook_as_it_was_when_its_queue_had_ended()
    {
        await _notebook.RunAllAsync();
        await _notebook.ReopenAsync();
        EditKnobs("// knobs\nint[] work = [3];");
        await _notebook.RunAllAsync();
        await ListAsync();

        PageOf(1).ShouldNotBeNull().ShouldContain("<span class=\"number\">15</span>");
        PageOf(2).ShouldNotBeNull().ShouldNotContain("<span class=\"number\">15</span>");
    }

    [Fact]
    public async Task What_is_known_of_a_run_is_kept_only_as_long_as_the_run()
    {
        await _notebook.RunAllAsync();
        EditKnobs("// knobs\nint[] work = [3];");
        await ListAsync();
        File.Delete(KeptRuns.PathOf(_notebook, 1));
        PageOf(1).ShouldBeNull();

        await _notebook.RunAllAsync();

        (await ListAsync()).ShouldHaveSingleItem().Run.Id.ShouldBe(KeptRuns.Id(2));
        KeptRuns.Keep(_notebook, 1);
        PageOf(1).ShouldBeNull();
        Directory.EnumerateFiles(_notebook.PathOf("notebooks/.outputs/x.pages")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"run":"00000000000000000000000000000001","knobs":null,"page":null}]""")]
    [InlineData("""[{"run":"00000000000000000000000000000001","knobs":[],"page":[]}]""")]
    [InlineData("""[{"run":"00000000000000000000000000000001","knobs":[null],"page":["a"]}]""")]
    [InlineData("""[{"run":"00000000000000000000000000000001","knobs":[],"page":[null]}]""")]
    [InlineData("""[{"run":"00000000000000000000000000000001","knobs":[],"page":["../../../artifacts/runs/x-1"]}]""")]
    public async Task Notes_that_are_broken_are_passed_over_and_their_pages_are_not_served(string text)
    {
        await _notebook.RunAllAsync();
        await ListAsync();
        await File.WriteAllTextAsync(
            _notebook.PathOf("notebooks/.outputs/x.runs.json"),
            text,
            TestContext.Current.CancellationToken
        );

        _notebook.Session.History.List().ShouldHaveSingleItem();
        PageOf(1).ShouldBeNull();
    }

    private ScriptedKernel NewKernel() =>
        new()
        {
            WhenSubmitted = code =>
            {
                if (code == "record")
                    KeptRuns.Keep(_notebook, ++_recorded);
            },
        };

    private void EditKnobs(string text)
    {
        _notebook.Session.Editor.SetText(_notebook[1], text);
        _notebook.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private string? PageOf(int number) =>
        _notebook.Session.History.Find(KeptRuns.Id(number)) is { } run ? _notebook.Session.History.PageOf(run) : null;

    // As after a restart of the host: all that is noted is written down.
    private async Task<IReadOnlyList<PastRun>> ListAsync()
    {
        await _notebook.ReopenAsync();
        return _notebook.Session.History.List();
    }

    private static string KnobsOf(PastRun run) => string.Join("; ", run.Knobs!.Value);
}
