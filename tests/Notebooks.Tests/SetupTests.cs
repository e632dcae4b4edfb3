using Dib.Format;

namespace Notebooks.Tests;

public sealed class SetupTests : IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("clone-").FullName;

    public SetupTests()
    {
        Directory.CreateDirectory(Path.Combine(_copy, "notebooks"));
        foreach (var file in Directory.EnumerateFiles(Repository.NotebooksFolder))
            File.Copy(file, Path.Combine(_copy, "notebooks", Path.GetFileName(file)));
    }

    [Fact]
    public async Task A_library_that_does_not_compile_is_told_with_its_errors()
    {
        var library = Directory.CreateDirectory(Path.Combine(_copy, "lib", "AsyncByExample.Notebook")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(library, "AsyncByExample.Notebook.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(library, "Broken.cs"),
            "class Broken { int x = undefined; }",
            TestContext.Current.CancellationToken
        );
        using var run = await RunAsync();
        run.Printed.ShouldContain(
            "The library could not be built. Mend what is listed here, then run this cell again:"
        );
        run.Printed.ShouldContain("Broken.cs(1,24): error CS0103");
        run.ExitCode.ShouldBe(1, "without the library the notebook cannot go on");
    }

    [Fact]
    public async Task A_notebook_taken_out_of_the_repository_says_where_it_belongs()
    {
        using var run = await RunAsync();
        run.Printed.ShouldContain("Keep the notebook in its folder of the repository");
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Two_clones_build_side_by_side_and_each_of_them_once_at_a_time()
    {
        var other = Path.Combine(_copy, "other");
        using var run = await HostRun.StartInAsync(
            _copy,
            TestContext.Current.CancellationToken,
            AskForTheLock(_copy, "first"),
            AskForTheLock(other, "second"),
            AskForTheLock(other, "third")
        );
        run.ExitCode.ShouldBe(0, run.Printed);
        string[] names = [.. new[] { "first", "second", "third" }.Select(probe => run.PrintedBy(probe, ""))];
        names.ShouldAllBe(name => name.StartsWith(@"Global\AsyncByExample."));
        names[1].ShouldNotBe(names[0]);
        names[2].ShouldBe(names[1]);
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    // A notebook of the setup's own lines, up to the one that takes the lock: it prints the name instead.
    private static string AskForTheLock(string clone, string notebook)
    {
        var setup = Repository.CellsOf("setup")[0].Text;
        var parts = setup.Split("using var turn = new System.Threading.Mutex(false, ");
        var name = parts[1].Split(");\n")[0];
        var path = Path.Combine(clone, "notebooks", notebook + ".dib");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, DibWriter.Write([("csharp", $"{parts[0]}Console.Write({name});\n}}")]));
        return path;
    }

    private Task<HostRun> RunAsync() =>
        HostRun.StartInAsync(_copy, TestContext.Current.CancellationToken, "notebooks/01-synchronous.dib");
}
