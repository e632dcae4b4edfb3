using System.Net.WebSockets;
using Dib.Running.Kernels;

namespace Dib.Live.Tests;

/// <summary>The live page on a free port of this machine, and a client that sends what a test tells it to and nothing else.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    private readonly NotebookPlace _place = new();
    private readonly NotebookCatalog _catalog;
    private readonly LiveServer _server;
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    );

    public LiveSite()
    {
        _place.Add("x", ("markdown", "# A title"), ("csharp", "show"));
        var folder = _place.PathOf("notebooks");
        _catalog = new NotebookCatalog(folder, StartAsync, TimeProvider.System);
        _server = new LiveServer(_catalog, folder, port: 0);
    }

    /// <summary>The page's address without its token.</summary>
    internal Uri Root => new(Printed.GetLeftPart(UriPartial.Authority));

    /// <summary>The address that the reader is told.</summary>
    internal Uri Printed => new(_server.Address);

    /// <summary>The cookie of somebody who has been let in, as the header has it.</summary>
    internal string Cookie { get; private set; } = "";

    internal NotebookCatalog Catalog => _catalog;

    public async ValueTask InitializeAsync()
    {
        await _server.StartAsync(TestContext.Current.CancellationToken);
        using var answer = await AskAsync(Printed.PathAndQuery, cookie: null);
        Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        await _catalog.DisposeAsync();
        _place.Dispose();
    }

    internal string PathOf(string file) => _place.PathOf(file);

    internal Task<HttpResponseMessage> AskAsync(string path, params (string, string)[] headers) =>
        AskAsync(path, Cookie, headers);

    internal Task<HttpResponseMessage> AskAsync(string path, string? cookie, params (string, string)[] headers) =>
        AskAsync(HttpMethod.Get, path, cookie, headers);

    internal async Task<HttpResponseMessage> AskAsync(
        HttpMethod method,
        string path,
        string? cookie,
        params (string, string)[] headers
    )
    {
        // As it stands: a browser would take the dots out of it.
        var address = new Uri(
            Root.OriginalString.TrimEnd('/') + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        using var request = new HttpRequestMessage(method, address);
        if (cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Connects to where the page's circuit is, and gives the status of the answer: 101 when it is let in.</summary>
    internal async Task<int> ConnectAsync(string? cookie, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (cookie is not null)
            socket.Options.SetRequestHeader("Cookie", cookie);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            var address = new UriBuilder(Root) { Scheme = "ws", Path = "_blazor" };
            await socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException) { }
        return (int)socket.HttpStatusCode;
    }

    private static Task<IKernel> StartAsync(string folder, CancellationToken cancellation) =>
        Task.FromResult<IKernel>(
            new ScriptedKernel().On(
                "show",
                ScriptedKernel.Displayed("<script>let shared = 1</script>"),
                ScriptedKernel.Displayed("<b>shown</b>")
            )
        );
}
