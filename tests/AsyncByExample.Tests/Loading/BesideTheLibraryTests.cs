using CliWrap;
using CliWrap.Buffered;

namespace AsyncByExample.Tests.Loading;

public class BesideTheLibraryTests
{
    [Fact(Timeout = 60_000)]
    public async Task Charts_draw_in_a_process_that_carries_an_older_FSharp_Core()
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([Built("OlderFSharp.Process"), Built("AsyncByExample")])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        result.StandardError.ShouldBeEmpty();
        result.StandardOutput.ShouldContain("the process carries FSharp.Core 10.0.0.0");
        result.StandardOutput.ShouldContain("abe-chart");
    }

    // Every project builds into a folder of its own beside this one's, in the same configuration.
    private static string Built(string project)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(folder.Parent!.Parent!.FullName, project, folder.Name, $"{project}.dll");
    }
}
