using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Notebooks.Tests;

/// <summary>The host's run command, run to its end as a process of its own.</summary>
internal sealed class HostRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("notebooks-").FullName;
    private JsonDocument? _report;

    public int ExitCode { get; private set; }

    public string Printed { get; private set; } = "";

    public string Pages => Path.Combine(_folder, "out");

    public static Task<HostRun> StartAsync(CancellationToken cancellation, params string[] arguments) =>
        StartInAsync(Repository.Root, cancellation, arguments);

    public static async Task<HostRun> StartInAsync(
        string folder,
        CancellationToken cancellation,
        params string[] arguments
    )
    {
        var run = new HostRun();
        var result = await Cli.Wrap("dotnet")
            .WithArguments([Repository.Host, "run", .. arguments, "--out", run.Pages, "--json", run.Report])
            .WithWorkingDirectory(folder)
            // What tests run is not among the examples that a reader has run so far.
            .WithEnvironmentVariables(variables =>
                variables.Set("ASYNC_BY_EXAMPLE_RUNS", Path.Combine(run._folder, "runs"))
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        (run.ExitCode, run.Printed) = (result.ExitCode, result.StandardOutput + result.StandardError);
        return run;
    }

    /// <summary>The names of the notebooks that were run.</summary>
    public IEnumerable<string> Notebooks => Reported.Select(notebook => notebook.GetProperty("name").GetString()!);

    /// <summary>The cells of a notebook, as the report has them.</summary>
    public IReadOnlyList<JsonElement> Cells(string notebook) =>
        [.. NotebookNamed(notebook).GetProperty("cells").EnumerateArray()];

    /// <summary>The total of a notebook's run in seconds, as the report has it; null where it is told in lines or minutes.</summary>
    public double? Seconds(string notebook) =>
        NotebookNamed(notebook) is var run && run.GetProperty("unit").GetString() == "s"
            ? run.GetProperty("total").GetDouble()
            : null;

    /// <summary>What the cell that records a notebook's main example printed.</summary>
    public string PrintedByTheExample(string notebook) => PrintedBy(notebook, "var run = ");

    /// <summary>What the first cell printed whose code starts with a text.</summary>
    public string PrintedBy(string notebook, string code) =>
        string.Concat(Outputs(CellStarting(notebook, code), "stdout"));

    /// <summary>The texts of one kind that a cell sent.</summary>
    public static IEnumerable<string> Outputs(JsonElement cell, string kind) =>
        cell.GetProperty("outputs")
            .EnumerateArray()
            .Where(output => output.GetProperty("kind").GetString() == kind)
            .Select(output => output.GetProperty("text").GetString()!);

    /// <summary>What the first cell shows whose code starts with a text, as plain text; null where there is no such cell.</summary>
    public string? ShownBy(string notebook, string code) =>
        Cells(notebook).Any(cell => StartsWith(cell, code))
            ? Outputs(CellStarting(notebook, code), "result").LastOrDefault()
            : null;

    private JsonElement CellStarting(string notebook, string code) =>
        Cells(notebook).First(cell => StartsWith(cell, code));

    private static bool StartsWith(JsonElement cell, string code) =>
        cell.GetProperty("code").GetString()!.StartsWith(code, StringComparison.Ordinal);

    /// <summary>The page of a notebook, as HTML.</summary>
    public string Page(string notebook) => Path.Combine(Pages, notebook + ".html");

    public void Dispose()
    {
        _report?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Report => Path.Combine(_folder, "report.json");

    private IEnumerable<JsonElement> Reported =>
        (_report ??= JsonDocument.Parse(File.ReadAllText(Report)))
            .RootElement.GetProperty("notebooks")
            .EnumerateArray();

    private JsonElement NotebookNamed(string name) =>
        Reported.First(notebook => notebook.GetProperty("name").GetString() == name);
}
