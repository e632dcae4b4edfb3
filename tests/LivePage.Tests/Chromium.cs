using Microsoft.Playwright;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(LivePage.Tests.Chromium))]

namespace LivePage.Tests;

/// <summary>The headless Chromium of all tests; each has a context of its own in it. It ends with the last of them.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>A new context; where this machine has no Chromium, the test that asks is skipped.</summary>
    internal static async Task<IBrowserContext> OpenContextAsync(BrowserNewContextOptions options)
    {
        var path = Array.Find(Places, File.Exists);
        Assert.SkipUnless(path is not null, "there is no Chromium on this machine");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        return await _browser.NewContextAsync(options);
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
