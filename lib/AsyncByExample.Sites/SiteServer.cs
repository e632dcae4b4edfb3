using System.Net;
using System.Net.Sockets;
using AsyncByExample.Clocks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AsyncByExample.Sites;

/// <summary>
/// The sites on Kestrel, on a loopback port: the bare server, without a host around it that would log to the
/// console or take Ctrl+C over.
/// </summary>
internal sealed class SiteServer : IDisposable
{
    private readonly SiteApplication _application;
    private readonly ClosedPort _closedPort = new();
    private readonly KestrelServer _kestrel;
    private ListenOptions? _listening;

    private SiteServer(Sites sites, RealClock clock, int port)
    {
        _application = new SiteApplication(sites, clock);
        var options = new KestrelServerOptions { AddServerHeader = false };
        // Readers stop to think for as long as they like, and a slow body is slow on purpose.
        options.Limits.KeepAliveTimeout = Timeout.InfiniteTimeSpan;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listening => (_listening = listening).Protocols = HttpProtocols.Http1);
        // A request does not block: it can be read and answered on the thread that the socket's event came on.
        var sockets = new SocketTransportOptions { UnsafePreferInlineScheduling = true };
        _kestrel = new KestrelServer(
            new OptionsWrapper<KestrelServerOptions>(options),
            new SocketTransportFactory(new OptionsWrapper<SocketTransportOptions>(sockets), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
    }

    /// <summary>Starts a server.</summary>
    /// <param name="sites">Whom it plays.</param>
    /// <param name="clock">In whose time.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public static async Task<SiteServer> StartAsync(Sites sites, RealClock clock, int port)
    {
        var server = new SiteServer(sites, clock, port);
        try
        {
            await server._kestrel.StartAsync(server._application, CancellationToken.None);
            return server;
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            server.Dispose();
            throw new IOException(
                $"port {port} of this machine is taken, or not yours to take: leave `port` out, and a free one is taken",
                problem
            );
        }
    }

    /// <summary>Where a site is reached.</summary>
    public IPEndPoint EndPointOf(Site site) =>
        site.Fault == SiteFault.ClosedPort ? _closedPort.EndPoint : _listening!.IPEndPoint!;

    /// <summary>From now on the sites take their time.</summary>
    public void TakeTime() => _application.TakesTime = true;

    /// <summary>Stops at once: requests that wait are cut off.</summary>
    public void Dispose()
    {
        _kestrel.Dispose();
        _closedPort.Dispose();
    }
}
