using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A headless Chromium without a network, which notes what pages complain about.</summary>
internal sealed class OfflineBrowser : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private OfflineBrowser(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (_playwright, _browser, _context) = (playwright, browser, context);

    /// <summary>Errors on the console, exceptions, and requests that left the file.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens it; where this machine has no Chromium, the test that asks is skipped.</summary>
    public static async Task<OfflineBrowser> OpenAsync(ColorScheme scheme, int width = 1000)
    {
        var chromium = Array.Find(Places, File.Exists);
        Assert.SkipUnless(chromium is not null, "there is no Chromium on this machine");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, Args = ["--no-sandbox"] }
        );
        var context = await browser.NewContextAsync(
            new()
            {
                Offline = true,
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        return new OfflineBrowser(playwright, browser, context);
    }

    /// <summary>Opens a file and waits until it is loaded.</summary>
    /// <param name="withClock">Whether the page's time passes only when a test says so.</param>
    public async Task<IPage> GoToAsync(string path, bool withClock = false)
    {
        var page = await OpenPageAsync();
        if (withClock)
            await page.Clock.InstallAsync();
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith("file:", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                Complaints.Add($"asked for {request.Url}");
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>Opens a page whose every request a test answers.</summary>
    public async Task<IPage> ServeAsync(string address, Func<IRoute, Task> answer)
    {
        var page = await OpenPageAsync();
        await page.RouteAsync("**/*", answer);
        await page.GotoAsync(address);
        return page;
    }

    private async Task<IPage> OpenPageAsync()
    {
        var page = await _context.NewPageAsync();
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
