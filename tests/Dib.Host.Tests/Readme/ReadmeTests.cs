using System.Net;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.EventStream;

namespace Dib.Host.Tests.Readme;

/// <summary>What README.md tells its readers to type, typed at the root of the repository and elsewhere.</summary>
[Collection(DotNetRuns.Name)]
public sealed class ReadmeTests : IDisposable
{
    private const string Host = "dotnet run --project lib/Dib.Host";

    private readonly string _folder = Directory.CreateTempSubdirectory("readme-").FullName;
    private readonly DateTime _start = DateTime.UtcNow;

    // What each command promises: a file, a text in it, and a text that is printed.
    private static readonly Dictionary<string, (string File, string InFile, string Printed)> Promises = new(
        StringComparer.Ordinal
    )
    {
        [$"{Host} -- run"] = ("out/index.html", "11-scale.html", "15 notebooks"),
        [$"{Host} -- run 03"] = ("out/03-cooperative-blocking.html", "3 blocking sleep: timeline", "1 notebook"),
        [$"{Host} -- run 02 --set \"work=[3,1,4,1,5]\""] = (
            "out/02-cooperative.html",
            "work = [3,1,4,1,5]",
            "1 notebook"
        ),
        [$"{Host} -- run 04 --set \"clock=Clock.Virtual()\""] = (
            "out/04-greenlets.html",
            "clock = Clock.Virtual()",
            "1 notebook"
        ),
        [$"{Host} -- export 04 --to ipynb"] = (
            "out/04-greenlets.ipynb",
            "execute_result",
            "Wrote out/04-greenlets.ipynb."
        ),
        [$"{Host} -- export 04 --to cs"] = ("out/04-greenlets.cs", "#:project", "Wrote out/04-greenlets.cs."),
        ["dotnet run out/04-greenlets.cs"] = ("out/04-greenlets.cs", "", "Task One total: 15"),
        [$"{Host} -- export 04 --to html"] = ("out/04-greenlets.html", "abe-chart", "Wrote out/04-greenlets.html."),
        ["dotnet tool restore"] = (".config/dotnet-tools.json", "", "dotnet-repl"),
        ["dotnet repl --run notebooks/04-greenlets.dib --exit-after-run"] = ("setup.dib", "", ""),
    };

    // The first serves until it is ended, and the second is what runs this test.
    private static readonly string[] Others = [Host, "dotnet test"];

    public static TheoryData<string> Commands => [.. ReadmeCommands.All.Except(Others)];

    [Fact]
    public void Every_command_is_tried_here() =>
        ReadmeCommands.All.ShouldBe([.. Others, .. Promises.Keys], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_does_at_the_root_what_is_said_of_it(string command)
    {
        var (file, inFile, printed) = Promises[command];
        var words = ReadmeCommands.Words(command);
        // A reader comes to it from the command above, which has written the program.
        if (words[^1] == "out/04-greenlets.cs")
            await TypeAsync($"{Host} -- export 04 --to cs");

        var result = await TypeAsync(command);

        if (words.Contains("repl") && (result.StandardError + result.StandardOutput).Contains("tool restore"))
            Assert.Skip("dotnet-repl could not be restored.");
        result.ExitCode.ShouldBe(0, result.StandardOutput + result.StandardError);
        result.StandardOutput.ShouldContain(printed);
        (await File.ReadAllTextAsync(Repository.PathOf(file), Token)).ShouldContain(inFile);
        if (words.Contains("--project"))
            File.GetLastWriteTimeUtc(Repository.PathOf(file)).ShouldBeGreaterThanOrEqualTo(_start);
    }

    [Fact]
    public async Task In_another_folder_paths_are_those_of_that_folder()
    {
        File.Copy(Repository.PathOf("notebooks/04-greenlets.dib"), Path.Combine(_folder, "mine.dib"));
        var words = ReadmeCommands.Words(Host.Replace("lib/", Repository.PathOf("lib/"), StringComparison.Ordinal));

        var result = await new Shell(Path.Combine(_folder, "runs")).RunAsync(
            _folder,
            words[0],
            [.. words[1..], "--", "export", "mine.dib", "--to", "ipynb", "--no-run", "--out", "here/a.ipynb"]
        );
        var run = await new Shell(Path.Combine(_folder, "runs")).RunAsync(
            _folder,
            words[0],
            [.. words[1..], "--", "run", "mine.dib", "--out", "pages", "--json", "all.json"]
        );

        result.ExitCode.ShouldBe(0, result.StandardOutput + result.StandardError);
        File.Exists(Path.Combine(_folder, "here", "a.ipynb")).ShouldBeTrue();
        run.ExitCode.ShouldBe(1, "away from its setup.dib the notebook fails: " + run.StandardError);
        run.StandardOutput.ShouldMatch(@"mine\.dib, cell 3, line \d+: ");
        File.Exists(Path.Combine(_folder, "pages", "index.html")).ShouldBeTrue();
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "all.json"), Token));
        report.RootElement.GetProperty("notebooks")[0].GetProperty("name").GetString().ShouldBe("mine");
    }

    [Fact]
    public async Task The_first_command_prints_an_address_that_opens_the_notebooks()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var words = ReadmeCommands.Words(Host);
        // Elsewhere than on Linux there is no telling a browser to stay closed but this.
        string[] more = OperatingSystem.IsLinux() ? [] : ["--", "serve", "--no-browser"];
        var served = new Shell(Path.Combine(_folder, "runs")).Command(
            Repository.Root,
            words[0],
            [.. words[1..], .. more]
        );

        var address = await AddressAsync(served, ending);

        address.ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<BufferedCommandResult> TypeAsync(string command) =>
        ReadmeCommands.Words(command) is [var program, .. var arguments]
            ? new Shell(Path.Combine(_folder, "runs")).RunAsync(Repository.Root, program, arguments)
            : throw new ArgumentException("a command has words", nameof(command));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The page is asked for while the command serves it; cancelling ends the command and all that it started.
    private static async Task<string?> AddressAsync(Command served, CancellationTokenSource ending)
    {
        string? address = null;
        try
        {
            await foreach (var said in served.ListenAsync(ending.Token))
                if (
                    said is StandardOutputCommandEvent { Text: var line }
                    && line.StartsWith("http", StringComparison.Ordinal)
                )
                {
                    await AskAsync(line);
                    address = line;
                    await ending.CancelAsync();
                }
        }
        catch (OperationCanceledException) when (address is not null) { }
        finally
        {
            await ending.CancelAsync();
        }
        return address;
    }

    private static async Task AskAsync(string address)
    {
        using var client = new HttpClient();
        using var page = await client.GetAsync(new Uri(address), Token);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(Token)).ShouldContain("Greenlets, and async/await");
    }
}
