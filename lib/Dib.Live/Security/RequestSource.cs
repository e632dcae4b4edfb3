namespace Dib.Live.Security;

/// <summary>Where a request comes from, by what its browser says.</summary>
internal readonly struct RequestSource(HttpContext context)
{
    private readonly HttpRequest _request = context.Request;

    internal int Port { get; } = context.Connection.LocalPort;

    /// <summary>Whether the browser knows us by our own name: another name for this machine is how a foreign page would come in (DNS rebinding).</summary>
    internal bool IsAddressedToUs => _request.Host.Host is "127.0.0.1" or "localhost" && _request.Host.Port == Port;

    /// <summary>Whether a page of ours asks, or one of its frames, which are nobody.</summary>
    internal bool IsFrameOrUs => Origin is null or "null" || Origin == Ours;

    /// <summary>Whether a page of ours asks, or somebody who typed or followed an address.</summary>
    internal bool IsOurPageOrTheReader => HasOurOrigin && (IsOfOurSite || IsFollowed);

    /// <summary>Whether a link on another site's page led here.</summary>
    internal bool IsFollowedFromElsewhere => IsFollowed && !IsOfOurSite;

    private string Ours => $"http://{_request.Host}";

    private string? Origin => _request.Headers.Origin is { Count: > 0 } origin ? origin.ToString() : null;

    // Browsers send an origin with every WebSocket and every request that changes something.
    private bool HasOurOrigin => Origin is { } origin ? origin == Ours : IsRead && !IsWebSocket;

    private bool IsRead => HttpMethods.IsGet(_request.Method) || HttpMethods.IsHead(_request.Method);

    private bool IsWebSocket =>
        _request.Headers.ContainsKey("Upgrade") || _request.Headers.ContainsKey("Sec-WebSocket-Key");

    // To cookies, every port of this machine is the same site; to this header it is not. Older browsers do not send it.
    private bool IsOfOurSite => _request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private bool IsFollowed =>
        IsRead && _request.Headers["Sec-Fetch-Mode"] == "navigate" && _request.Headers["Sec-Fetch-Dest"] == "document";
}
