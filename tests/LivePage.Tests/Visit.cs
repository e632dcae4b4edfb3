namespace LivePage.Tests;

/// <summary>A reader's headless Chromium on the live page, which notes what the page complains about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    // The first kernel of a fresh machine takes its time.
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Visit(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (_playwright, _browser, Context) = (playwright, browser, context);

    public IBrowserContext Context { get; }

    /// <summary>Errors on the console and exceptions.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a browser; where this machine has no Chromium, the test that asks is skipped.</summary>
    public static async Task<Visit> BeginAsync(BrowserNewContextOptions? options = null)
    {
        var chromium = Array.Find(Places, File.Exists);
        Assert.SkipUnless(chromium is not null, "there is no Chromium on this machine");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox"] }
        );
        var context = await browser.NewContextAsync(
            options
                ?? new()
                {
                    ViewportSize = new() { Width = 1200, Height = 900 },
                }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Visit(playwright, browser, context);
    }

    /// <summary>Opens the contents page with the address that the host has printed.</summary>
    public async Task<IPage> OpenAsync(ServedHost host)
    {
        var page = await Context.NewPageAsync();
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        await page.GotoAsync(host.Address.AbsoluteUri);
        return page;
    }

    /// <summary>Opens a notebook and waits until the page listens.</summary>
    public async Task<NotebookOnPage> OpenAsync(ServedHost host, string notebook)
    {
        var page = await OpenAsync(host);
        await page.GotoAsync(new Uri(host.Address, $"/notebooks/{notebook}").AbsoluteUri);
        return await NotebookOnPage.OnAsync(this, page);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
