namespace LivePage.Tests;

/// <summary>What a cell's output and another site's page can do to the live page: nothing.</summary>
public sealed class ContainmentTests(ServedHost host)
{
    // Each of these would drive the page, read what is the reader's, or tell somebody of it.
    private const string Attack = """
        html

        <p id="said"></p>
        <script>
        const answered = (it) => new Promise((yes, no) => { it.onload = it.onopen = yes; it.onerror = no; });
        const added = (name, address) => document.body.appendChild(Object.assign(document.createElement(name), { src: address }));
        const tries = {
          document: () => parent.document.title,
          circuit: () => parent.Blazor,
          address: () => top.location.href,
          away: () => { top.location = "http://127.0.0.1:1/"; },
          cookies: () => document.cookie,
          storage: () => sessionStorage.length,
          page: () => fetch("/"),
          negotiation: () => fetch("/_blazor/negotiate", { method: "POST", mode: "no-cors", credentials: "include" }),
          socket: () => answered(new WebSocket(`ws://${location.host}/_blazor`)),
          image: () => answered(added("img", "/page.css")),
          script: () => answered(added("script", "/live/page.js")),
          window: () => open("/").document,
        };
        (async () => {
          const reached = [];
          for (const [name, attempt] of Object.entries(tries))
            try { await attempt(); reached.push(name); } catch { }
          focus();
          for (const key of ["d", "d", "Shift+Enter", "b"]) parent.postMessage({ key: { key } }, "*");
          said.textContent = `tried ${Object.keys(tries).length}, reached ${reached.join(" ") || "nothing"}`;
        })();
        </script>
        """;

    [Fact]
    public async Task A_script_in_a_cells_output_reaches_nothing()
    {
        await using var notebook = await host.OpenAsync("attack", "markdown\n\n# Attack", Attack);
        var address = notebook.Page.Url;

        await notebook.ClickAsync("Run cell 2");

        var frame = notebook.Cell(2).Locator("iframe").ContentFrame;
        await Expect(frame.Locator("#said")).ToHaveTextAsync("tried 12, reached nothing");
        notebook.Page.Url.Split('#')[0].ShouldBe(address);
        await Expect(notebook.Cells).ToHaveCountAsync(2);
        notebook.Visit.Context.Pages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_sites_page_may_lead_here_but_neither_show_us_nor_ask_us()
    {
        await using var visit = await Visit.BeginAsync();
        var page = await visit.OpenAsync(host);
        var root = host.Address.GetLeftPart(UriPartial.Authority);
        await page.RouteAsync(
            "http://elsewhere.example/",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html",
                        Body = $"<a href=\"{host.Address}\">open</a><iframe src=\"{root}/\"></iframe>",
                    }
                )
        );
        await page.GotoAsync("http://elsewhere.example/");

        var socket = await page.EvaluateAsync<bool>(
            """
            (address) => new Promise((done) => {
              const socket = new WebSocket(address);
              socket.onopen = () => done(true);
              socket.onerror = () => done(false);
            })
            """,
            root.Replace("http:", "ws:", StringComparison.Ordinal) + "/_blazor"
        );
        var frame = page.Frames[1].Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "open" }).ClickAsync();

        socket.ShouldBeFalse();
        frame.ShouldStartWith("chrome-error:");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Async by Example");
        page.Url.ShouldBe(root + "/");
    }

    [Theory]
    [InlineData("..%2Foutside", "There is no notebook of that name in the notebooks folder.")]
    [InlineData("link", "link.dib is a link to another place; only files of the notebooks folder itself are opened.")]
    public async Task A_notebook_outside_of_the_folder_is_a_sentence(string name, string sentence)
    {
        var outside = host.PathOf("../outside.dib");
        await File.WriteAllTextAsync(outside, "#!csharp\n\n1\n", TestContext.Current.CancellationToken);
        if (!File.Exists(host.PathOf("link.dib")))
            File.CreateSymbolicLink(host.PathOf("link.dib"), outside);
        await using var visit = await Visit.BeginAsync();
        var page = await visit.OpenAsync(host);

        await page.GotoAsync(host.Address.GetLeftPart(UriPartial.Authority) + "/notebooks/" + name);

        await Expect(page.GetByRole(AriaRole.Alert).First).ToHaveTextAsync(sentence);
    }
}
