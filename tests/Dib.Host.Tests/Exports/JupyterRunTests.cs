using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap.Buffered;

namespace Dib.Host.Tests.Exports;

/// <summary>An exported notebook in Jupyter, on the kernel that .NET Interactive has for it.</summary>
[Collection(DotNetRuns.Name)]
public sealed partial class JupyterRunTests : IDisposable
{
    private const string KernelSpec = """
        {
          "argv": ["dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "{connection_file}"],
          "display_name": ".NET (C#)",
          "language": "C#"
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("jupyter-").FullName;

    // Beside the notebooks' folder, as out is: what their setup loads is found from there.
    private readonly string _place = Directory.CreateDirectory(Repository.PathOf($"out-{Guid.NewGuid():N}")).FullName;

    [Fact]
    public async Task An_exported_notebook_runs_in_Jupyter_and_gives_there_what_it_gave_here()
    {
        await SkipUnlessHereAsync();
        var exported = Path.Combine(_place, "04.ipynb");
        var host = typeof(Dib.Host.Commands.HostCommand).Assembly.Location;
        var export = await Shell.RunAsync(
            Repository.Root,
            "dotnet",
            [host, "export", "04", "--to", "ipynb", "--out", exported, "--set", "clock=Clock.Virtual()"]
        );
        export.ExitCode.ShouldBe(0, export.StandardOutput + export.StandardError);

        var run = await JupyterAsync("nbconvert", "--execute", "--to", "notebook", "--output", "run.ipynb", exported);

        run.ExitCode.ShouldBe(0, run.StandardOutput + run.StandardError);
        Outputs(Path.Combine(_place, "run.ipynb")).ShouldBe(Outputs(exported));
        Outputs(exported).Count(output => output.Contains("timeline", StringComparison.Ordinal)).ShouldBe(5);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_place, recursive: true);
    }

    private Shell Shell => new(Path.Combine(_folder, "runs"), ("JUPYTER_PATH", _folder));

    // What cells print, and what they show as text: pictures have names of their own in each run.
    private static IReadOnlyList<string> Outputs(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(notebook));
        return
        [
            .. from cell in document.RootElement.GetProperty("cells").EnumerateArray()
            where cell.GetProperty("cell_type").GetString() == "code"
            from output in cell.GetProperty("outputs").EnumerateArray()
            let text = TextOf(output)
            where text.Length > 0
            select text,
        ];
    }

    private static string TextOf(JsonElement output) =>
        output.GetProperty("output_type").GetString() switch
        {
            "stream" when output.GetProperty("name").GetString() == "stdout" => Joined(output.GetProperty("text")),
            "execute_result" => Joined(output.GetProperty("data").GetProperty("text/plain")),
            "error" => output.GetProperty("evalue").GetString()!,
            _ => "",
        };

    // One text, or a list of lines, as the writer likes. Which cell a line of code is in, only our kernel says.
    private static string Joined(JsonElement text)
    {
        var joined =
            text.ValueKind == JsonValueKind.Array
                ? string.Concat(text.EnumerateArray().Select(line => line.GetString()))
                : text.GetString()!;
        return CellNumber().Replace(joined.ReplaceLineEndings("\n").Trim(), "");
    }

    [GeneratedRegex(@", cell \d+", RegexOptions.None, 1000)]
    private static partial Regex CellNumber();

    private async Task SkipUnlessHereAsync()
    {
        try
        {
            var version = await JupyterAsync("nbconvert", "--version");
            Assert.SkipUnless(version.ExitCode == 0, "Jupyter's nbconvert is not here.");
        }
        catch (Win32Exception)
        {
            Assert.Skip("Jupyter is not here.");
        }
        var tool = await Shell.RunAsync(
            Repository.Root,
            "dotnet",
            "tool",
            "run",
            "dotnet-interactive",
            "--",
            "--version"
        );
        Assert.SkipUnless(tool.ExitCode == 0, "dotnet-interactive is not restored: run `dotnet tool restore`.");
    }

    private async Task<BufferedCommandResult> JupyterAsync(params string[] arguments)
    {
        var spec = Directory.CreateDirectory(Path.Combine(_folder, "kernels", ".net-csharp")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(spec, "kernel.json"),
            KernelSpec,
            TestContext.Current.CancellationToken
        );
        return await Shell.RunAsync(_place, "jupyter", arguments);
    }
}
