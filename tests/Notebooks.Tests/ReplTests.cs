using System.Text.Json;
using AsyncByExample.Tests;
using CliWrap;
using CliWrap.Buffered;

namespace Notebooks.Tests;

/// <summary>A lesson in a client that somebody else wrote: dotnet-repl, which has an engine of its own process.</summary>
public sealed class ReplTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("repl-").FullName;

    [Fact]
    public async Task Example_2_runs_in_dotnet_repl_with_its_setup_and_prints_its_lines_in_order()
    {
        await RestoreAsync();
        var written = Path.Combine(_folder, "02.ipynb");

        var result = await RunAsync([
            "--run",
            "02-cooperative.dib",
            "--exit-after-run",
            "--output-format",
            "ipynb",
            "--output-path",
            written,
        ]);

        result.ExitCode.ShouldBe(0, result.StandardOutput + result.StandardError);
        Printed(written).ShouldBe(OriginalExample2.Lines([15, 10, 5, 2]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Printed(string notebook)
    {
        using var written = JsonDocument.Parse(File.ReadAllText(notebook));
        var example = written
            .RootElement.GetProperty("cells")
            .EnumerateArray()
            .First(cell => Text(cell.GetProperty("source")).StartsWith("var run = ", StringComparison.Ordinal));
        var printed = example
            .GetProperty("outputs")
            .EnumerateArray()
            .Where(output => output.TryGetProperty("name", out var name) && name.GetString() == "stdout");
        return string.Concat(printed.Select(output => Text(output.GetProperty("text"))))
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    // A notebook's texts are one string or a list of lines.
    private static string Text(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array
            ? string.Concat(text.EnumerateArray().Select(line => line.GetString()))
            : text.GetString()!;

    // Where the tool is not here and cannot be restored, the test is skipped.
    private async Task RestoreAsync()
    {
        if ((await RunAsync(["--version"])).ExitCode == 0)
            return;
        var restored = await DotNet(["tool", "restore"]).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(
            (await RunAsync(["--version"])).ExitCode == 0,
            $"dotnet-repl could not be restored: {restored.StandardError}"
        );
    }

    private async Task<BufferedCommandResult> RunAsync(string[] arguments) =>
        await DotNet(["tool", "run", "dotnet-repl", "--", .. arguments])
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    private Command DotNet(string[] arguments) =>
        Cli.Wrap("dotnet")
            .WithArguments(arguments)
            // What a notebook imports is looked up from here, whatever its --working-dir says; and from here
            // upwards the manifest that pins the tool.
            .WithWorkingDirectory(Repository.NotebooksFolder)
            .WithEnvironmentVariables(variables =>
                variables
                    .Set("ASYNC_BY_EXAMPLE_RUNS", Path.Combine(_folder, "runs"))
                    .Set("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
                    .Set("DOTNET_NOLOGO", "1")
            )
            .WithValidation(CommandResultValidation.None);
}
