using System.Net;

namespace Dib.Live.Tests;

/// <summary>What those who are let in can get, and what a cell's output can.</summary>
public sealed class ContainmentTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const string NoScript = "/scripts/0000000000000000000000000000000000000000000000000000000000000000.js";

    [Theory]
    [InlineData("/")]
    [InlineData("/notebooks/x")]
    [InlineData("/notebooks/no-such")]
    [InlineData("/no-such-page")]
    [InlineData("/live/page.js")]
    [InlineData("/page.css")]
    [InlineData("/downloads/x.html")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/?token=wrong")]
    public async Task Every_answer_forbids_scripts_and_frames_of_other_places(string path)
    {
        using var answer = await site.AskAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain($"connect-src 'self' ws://127.0.0.1:{site.Root.Port}");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single().ShouldBe("same-origin");
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
    }

    [Theory]
    [InlineData("/notebooks/../secret")]
    [InlineData("/notebooks/%2e%2e/secret")]
    [InlineData("/notebooks/..%2fsecret")]
    [InlineData("/notebooks/..%5csecret")]
    [InlineData("/notebooks/%2e%2e%2fsecret.dib")]
    [InlineData("/notebooks/%2fetc%2fpasswd")]
    [InlineData("/notebooks/link")]
    [InlineData("/notebooks/readme")]
    [InlineData("/notebooks/sub/inner")]
    [InlineData("/notebooks/x.dib")]
    [InlineData("/notebooks/x%00")]
    [InlineData("/downloads/..%2fsecret.html")]
    [InlineData("/downloads/link.html")]
    [InlineData("/downloads/x/..%2f..%2fsecret.dib.html")]
    [InlineData("/downloads/x/%2e%2e%5csecret.html")]
    [InlineData("/downloads/..%2fsecret/00000000000000000000000000000001.html")]
    [InlineData("/frames/..%2fsecret/c1/0")]
    [InlineData("/secret.dib")]
    [InlineData("/../secret.dib")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/appsettings.json")]
    [InlineData("/Dib.Host.dll")]
    [InlineData(NoScript)]
    public async Task Nothing_is_served_from_outside_of_the_notebooks_folder(string path)
    {
        Directory.CreateDirectory(site.PathOf("notebooks/sub"));
        foreach (var file in new[] { "secret.dib", "notebooks/sub/inner.dib", "notebooks/readme.txt" })
            await File.WriteAllTextAsync(site.PathOf(file), "#!csharp\n\nsecret", Token);
        if (!File.Exists(site.PathOf("notebooks/link.dib")))
            File.CreateSymbolicLink(site.PathOf("notebooks/link.dib"), site.PathOf("secret.dib"));

        using var answer = await site.AskAsync(path);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        (await TextAsync(answer)).ShouldNotContain("#!csharp");
    }

    [Theory]
    [InlineData("/no-such-page", "There is no such page.")]
    [InlineData("/notebooks/no-such", "live/start.js")]
    [InlineData("/frames/x/c9/0", "This output is not there any more.")]
    [InlineData("/downloads/no-such.html", "There is no notebook of that name in the notebooks folder.")]
    [InlineData("/downloads/no-such/1.html", "There is no notebook of that name in the notebooks folder.")]
    [InlineData("/downloads/x/00000000000000000000000000000001.html", "No page is kept of such a run.")]
    [InlineData("/downloads/x/..%2fx.html", "No page is kept of such a run.")]
    public async Task What_is_not_there_is_a_sentence(string path, string sentence)
    {
        using var answer = await site.AskAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TextAsync(answer)).ShouldContain(sentence);
    }

    [Fact]
    public async Task An_outputs_frame_may_run_its_own_scripts_and_reach_nothing()
    {
        var output = await ShowAsync();

        using var answer = await site.AskAsync($"/frames/x/{output.Cell}/{output.Key}");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(answer)).ShouldContain("<b>shown</b>");
        answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .Split("; ")
            .ShouldBe([
                "default-src 'none'",
                $"script-src 'unsafe-inline' 'unsafe-eval' {site.Root}scripts/",
                "style-src 'unsafe-inline'",
                "img-src data: blob:",
                "font-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'self'",
                "sandbox allow-scripts",
            ]);
    }

    [Fact]
    public async Task A_frame_gets_the_scripts_of_its_notebook_without_a_cookie_and_nothing_else()
    {
        var output = await ShowAsync();
        using var frame = await site.AskAsync($"/frames/x/{output.Cell}/{output.Key}");
        var address = (await TextAsync(frame)).Split("<script src=\"")[1].Split('"')[0];
        using var none = await site.AskAsync(NoScript, cookie: null);
        (string, string)[] asFrames =
        [
            ("Origin", "null"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "cors"),
        ];

        using var script = await site.AskAsync(address, cookie: null, asFrames);
        using var foreign = await site.AskAsync(address, site.Cookie, ("Origin", "http://evil.example"));
        using var posted = await site.AskAsync(HttpMethod.Post, address, cookie: null, asFrames);
        using var page = await site.AskAsync("/", site.Cookie, asFrames);

        address.ShouldMatch("^/scripts/[0-9a-f]{64}\\.js$");
        script.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(script)).ShouldBe("let shared = 1");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TextAsync(none)).ShouldBe("This script is not there any more.");
        new[] { foreign, posted, page }.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Forbidden);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(string Cell, int Key)> ShowAsync()
    {
        var notebook = site.Catalog.Open("x");
        notebook.Runner.RunAll();
        var view = await OpenNotebook.UntilAsync(notebook, view => view.Cells[1].Status == CellStatus.Done);
        return (view.Cells[1].Id, view.Cells[1].Outputs[^1].Key);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Token);
}
