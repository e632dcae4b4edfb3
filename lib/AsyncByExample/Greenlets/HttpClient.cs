using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;

namespace AsyncByExample.Greenlets;

/// <summary>
/// Stands in for <see cref="System.Net.Http.HttpClient"/> after the swap that gevent calls <c>patch_all</c>:
/// <c>using HttpClient = AsyncByExample.Greenlets.HttpClient;</c> makes an unchanged <c>client.GetString(url)</c>
/// cooperative, as it does to <c>requests.get</c> in the article's example 6.
/// </summary>
/// <param name="handler">What requests go through: a web's handler.</param>
public sealed class HttpClient(HttpMessageHandler handler) : Clocks.HttpClient(handler)
{
    /// <summary>
    /// Gets a page and returns its text. Inside a greenlet lets go of the thread meanwhile; outside one it blocks.
    /// </summary>
    /// <inheritdoc/>
    public override string GetString(
        string url,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (Greenlet.Current is null)
            return base.GetString(url, member, file, line);
        using var timeout = new CancellationTokenSource(Timeout, Clock.Current);
        return InTime(url, timeout, cancellation => Greenlet.Await(Client.GetStringAsync(url, cancellation)));
    }
}
