using System.Net;
using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

public sealed partial class Sites
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>What is done with a server before a reader's first request, while its sites answer at once.</summary>
    internal static Func<Web, IReadOnlyList<string>, Task> WhenServed { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>
    /// The sites as the clock allows: <see cref="Local"/> in real time, <see cref="Simulated"/> in virtual time, which
    /// jumps from timer to timer and cannot wait for a socket.
    /// </summary>
    /// <param name="clock">The clock of their latencies.</param>
    public Web Open(Clock clock) => clock is RealClock ? Local(clock) : Simulated(clock);

    /// <summary>
    /// The sites on a real web server on this machine. Their URLs stay as they are, and are connected to it.
    /// </summary>
    /// <param name="clock">A real clock: the sites' latencies are article seconds of it.</param>
    /// <param name="port">The loopback port to listen on; 0 takes a free one.</param>
    /// <exception cref="ArgumentException">The clock is a virtual one, or there is no such port.</exception>
    /// <exception cref="InvalidOperationException">ASP.NET Core is not installed.</exception>
    /// <exception cref="IOException">Another program listens on the port.</exception>
    public Web Local(Clock clock, int port = 0)
    {
        if (clock is not RealClock real)
            throw new ArgumentException(
                "a virtual clock jumps ahead when everyone waits, and cannot wait for a socket: use Sites.Simulated(clock)"
            );
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new ArgumentException(
                FormattableString.Invariant($"{port} is not a port: leave `port` out, and a free one is taken")
            );
        try
        {
            return Start(real, port);
        }
        catch (FileNotFoundException missing) when (IsAspNetCore(missing.FileName))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"the sites' server needs ASP.NET Core {Environment.Version.Major}, which was not found: install it from https://dotnet.microsoft.com/download, or use Sites.Simulated(clock)"
                ),
                missing
            );
        }
    }

    private static bool IsAspNetCore(string? assembly) =>
        assembly?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true
        || assembly?.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) == true;

    private Web Start(RealClock clock, int port)
    {
        // Nothing of the calling cell flows into a server that outlives it: not its recorder, not its console.
        using (ExecutionContext.SuppressFlow())
#pragma warning disable VSTHRD002 // It runs on the thread pool, and needs nothing of this thread.
            return Task.Run(() => LocalAsync(clock, port)).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    private async Task<Web> LocalAsync(RealClock clock, int port)
    {
        var server = await SiteServer.StartAsync(this, clock, port);
        var handler = LoopbackHandler.To(this, server);
        var web = new Web(new WebHandler(this, handler), clock, server);
        await WhenServed(web, [.. _sites.Where(IsReached).Select(site => site.Url)]);
        server.TakeTime();
        return web;
    }

    private static bool IsReached(Site site) => site.Fault != SiteFault.ClosedPort;

    /// <summary>
    /// The sites without a network: each answers after exactly its latency. On an event loop of the same clock
    /// a request is one of the loop's timers, so totals are exact in virtual time.
    /// </summary>
    /// <param name="clock">The clock of their latencies.</param>
    public Web Simulated(Clock clock) => new(new WebHandler(this, new SimulatedHandler(this, clock)), clock);

    /// <summary>
    /// The real web: whatever URL is asked for, over the internet. It has its own pace, so the web's clock is that of
    /// the article: <c>web.Clock</c> is the clock to run such an example on.
    /// </summary>
    /// <param name="timeout">How long to wait for a connection before saying that there is none; 2 seconds unless given.</param>
    /// <exception cref="ArgumentException">The timeout is not above zero.</exception>
    public static Web Live(TimeSpan? timeout = null) =>
        timeout is { } time && (time <= TimeSpan.Zero || time > LongestTimeout)
            ? throw new ArgumentException(
                FormattableString.Invariant($"a timeout is above 0 s and at most an hour, not {time.TotalSeconds} s")
            )
            : new Web(new WebHandler(null, new LiveHandler(timeout ?? DefaultConnectTimeout)), Clock.Real(speed: 1));
}
