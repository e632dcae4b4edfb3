using AsyncByExample.Notebook.Loading;
using CliWrap;
using CliWrap.Buffered;

namespace AsyncByExample.Tests.Loading;

public class AspNetCoreTests
{
    [Fact(Timeout = 60_000)]
    public async Task The_sites_answer_in_a_process_that_was_started_without_ASP_NET_Core()
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([
                Built("BareRuntime.Process"),
                Built("AsyncByExample.Notebook"),
                TestSites.Data("sites.json"),
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        result.StandardError.ShouldBeEmpty();
        result.StandardOutput.ShouldBe(
            "the process carries ASP.NET Core: False\ngoogle sent 4096 bytes\n".ReplaceLineEndings()
        );
    }

    [Fact]
    public void The_newest_patch_of_the_runtime_s_major_version_is_taken()
    {
        using var installation = new Installation("9.0.30", "10.0.2", "10.0.12", "10.0.9", "11.0.0", "notes");
        Path.GetFileName(AspNetCore.FolderIn(installation.Shared, new Version(10, 0, 5))).ShouldBe("10.0.12");
    }

    [Fact]
    public void Another_major_version_does_not_fit()
    {
        using var installation = new Installation("9.0.30", "11.0.0");
        AspNetCore.FolderIn(installation.Shared, new Version(10, 0, 5)).ShouldBeNull();
        AspNetCore.FolderIn(Path.Combine(installation.Shared, "nowhere"), new Version(10, 0, 5)).ShouldBeNull();
    }

    // Every project builds into a folder of its own beside this one's, in the same configuration.
    private static string Built(string project)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(folder.Parent!.Parent!.FullName, project, folder.Name, $"{project}.dll");
    }

    private sealed class Installation : IDisposable
    {
        public Installation(params string[] versions)
        {
            foreach (var version in versions)
                Directory.CreateDirectory(Path.Combine(Shared, "Microsoft.AspNetCore.App", version));
        }

        public string Shared { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Shared, recursive: true);
    }
}
