using LivePage.Tests;
using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>A headless Chromium without a network, which notes what pages complain about.</summary>
internal sealed class OfflineBrowser : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OfflineBrowser(IBrowserContext context) => _context = context;

    /// <summary>Errors on the console, exceptions, and requests that left the file.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens it.</summary>
    public static async Task<OfflineBrowser> OpenAsync(ColorScheme scheme, int width = 1000) =>
        new(
            await Chromium.OpenContextAsync(
                new()
                {
                    Offline = true,
                    ColorScheme = scheme,
                    ViewportSize = new() { Width = width, Height = 900 },
                }
            )
        );

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

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
