using Dib.Live.History;

namespace Dib.Live.Tests.History;

/// <summary>What the host notes of the runs that it sees recorded, and for how long.</summary>
public sealed class RunHistoryTests
{
    private const string Knobs = "// knobs\nint[] work = [15, 10];\nvar clock = Clock.Virtual();";

    private static readonly (string, string)[] Cells = [("csharp", Knobs), ("csharp", "record")];

    [Fact]
    public async Task A_runs_knobs_are_those_that_ran_and_not_those_that_stand_in_the_cell()
    {
        var kernel = new ScriptedKernel { WhenSubmitted = code => Record(code, "x one") };
        await using var notebook = new OpenNotebook(Cells, kernel);
        _place = notebook;
        await notebook.RunAllAsync();
        notebook.Session.Editor.SetText(notebook[1], "// knobs\nint[] work = [3];");
        notebook.Time.Advance(TimeSpan.FromSeconds(1));
        await notebook.RunAsync(2);

        var runs = await ListAsync(notebook);

        runs.Count.ShouldBe(2);
        runs.ShouldAllBe(run => string.Join("; ", run.Knobs!.Value) == "work = [15, 10]; clock = Clock.Virtual()");
    }

    private OpenNotebook? _place;
    private int _runs;

    private void Record(string code, string example)
    {
        if (code != "record")
            return;
        var notebook = _place!;
        Directory.CreateDirectory(notebook.PathOf("artifacts/runs"));
        var id = $"{++_runs:x32}";
        File.WriteAllText(
            notebook.PathOf($"artifacts/runs/x-{id}.json"),
            $$$"""
            {"example":"{{{example}}}","id":"{{{id}}}","began":"{{{notebook.Time.GetUtcNow():O}}}","unit":0,"timeline":{"lanes":[],"lines":[],"total":"00:00:01","hasWaits":true}}
            """
        );
    }

    private static async Task<IReadOnlyList<PastRun>> ListAsync(OpenNotebook notebook)
    {
        await notebook.ReopenAsync();
        return notebook.Session.History.List();
    }
}
