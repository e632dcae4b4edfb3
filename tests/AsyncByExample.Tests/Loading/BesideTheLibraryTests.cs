using CliWrap;
using CliWrap.Buffered;

namespace AsyncByExample.Tests.Loading;

public class BesideTheLibraryTests
{
    [Fact(Timeout = 60_000)]
    public async Task Charts_draw_in_a_process_that_carries_an_older_FSharp_Core()
    {
        var result = await RunAsync(TestContext.Current.CancellationToken);
        result.StandardError.ShouldBeEmpty();
        result.StandardOutput.ShouldContain("the process carries FSharp.Core 10.0.0.0");
        result.StandardOutput.ShouldContain("""aria-label="example""");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cell_after_the_setup_makes_a_chart_of_its_own_without_naming_another_file()
    {
        var result = await RunAsync(TestContext.Current.CancellationToken);
        result.StandardOutput.ShouldContain("a reader's own (scatter)");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_package_that_came_before_the_library_is_said_to_be_in_the_way()
    {
        using var package = new PackageFolder();
        var result = await RunAsync(TestContext.Current.CancellationToken, [.. package.Files]);
        result.StandardOutput.ShouldContain("a cell above has loaded Plotly.NET from a package. Restart the kernel");
        result.ExitCode.ShouldNotBe(0);
    }

    private static async Task<BufferedCommandResult> RunAsync(
        CancellationToken cancellation,
        params string[] loadedBefore
    ) =>
        await Cli.Wrap("dotnet")
            .WithArguments([Built("OlderFSharp.Process"), Built("AsyncByExample.Notebook"), .. loadedBefore])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);

    // Every project builds into a folder of its own beside this one's, in the same configuration.
    private static string Built(string project)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(folder.Parent!.Parent!.FullName, project, folder.Name, $"{project}.dll");
    }
}
