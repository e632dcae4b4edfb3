namespace LivePage.Tests;

/// <summary>A reader on the live page, who notes what the page complains about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    // The first kernel of a fresh machine takes its time.
    private const float Patience = 60_000;

    private Visit(IBrowserContext context) => Context = context;

    public IBrowserContext Context { get; }

    /// <summary>Errors on the console and exceptions.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Comes with a browser that knows nothing yet.</summary>
    public static async Task<Visit> BeginAsync(BrowserNewContextOptions? options = null)
    {
        var context = await Chromium.OpenContextAsync(
            options
                ?? new()
                {
                    ViewportSize = new() { Width = 1200, Height = 900 },
                }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Visit(context);
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

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
