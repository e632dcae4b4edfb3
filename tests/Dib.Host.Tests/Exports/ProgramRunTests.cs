using System.Text.Json;

namespace Dib.Host.Tests.Exports;

/// <summary>Notebooks as programs, beside the same notebooks in a kernel.</summary>
[Collection(DotNetRuns.Name)]
public sealed class ProgramRunTests : IDisposable
{
    private static readonly string[] Knobs = ["--set", "clock=Clock.Virtual()"];

    private readonly string _folder = Directory.CreateTempSubdirectory("programs-").FullName;

    [Theory]
    [InlineData("02")]
    [InlineData("04")]
    [InlineData("06")]
    [InlineData("07")]
    public async Task A_notebook_as_a_program_prints_what_its_cells_print(string lesson)
    {
        var program = Path.Combine(_folder, "program.cs");
        await HostAsync(["export", lesson, "--to", "cs", "--out", program, .. Knobs]);
        await HostAsync(["run", lesson, "--out", _folder, "--json", Path.Combine(_folder, "all.json"), .. Knobs]);

        // Elsewhere than where it lies, and than where the notebook does.
        var result = await new Shell(Path.Combine(_folder, "runs")).RunAsync(
            Path.GetTempPath(),
            "dotnet",
            "run",
            program
        );

        result.ExitCode.ShouldBe(0, result.StandardOutput + result.StandardError);
        Lines(result.StandardOutput).ShouldBe(Lines(PrintedByCells()));
        result.StandardError.ShouldContain(": timeline\n", customMessage: "charts, as text, go there");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task HostAsync(params string[] arguments)
    {
        var host = typeof(Dib.Host.Commands.HostCommand).Assembly.Location;
        var result = await new Shell(Path.Combine(_folder, "runs")).RunAsync(
            Repository.Root,
            "dotnet",
            [host, .. arguments]
        );
        result.ExitCode.ShouldBe(0, result.StandardOutput + result.StandardError);
    }

    // The setup tells that it builds the library, if it does; a program's build comes before it prints.
    private string PrintedByCells()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "all.json")));
        return string.Concat(
            from cell in report.RootElement.GetProperty("notebooks")[0].GetProperty("cells").EnumerateArray()
            where !cell.GetProperty("code").GetString()!.StartsWith("#!import", StringComparison.Ordinal)
            from output in cell.GetProperty("outputs").EnumerateArray()
            where output.GetProperty("kind").GetString() == "stdout"
            select output.GetProperty("text").GetString()
        );
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
