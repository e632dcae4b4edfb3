using System.Diagnostics;

namespace AsyncByExample.Bench;

/// <summary>The same work, done by several systems.</summary>
/// <param name="Name">As on the command line, such as <c>switch</c>.</param>
/// <param name="Systems">Who does it.</param>
internal sealed record Benchmark(string Name, IReadOnlyList<Contender> Systems)
{
    private static readonly TimeSpan EnoughForTheCompiler = TimeSpan.FromSeconds(0.5);

    public static IReadOnlyList<Benchmark> All { get; } =
    [Switch.Benchmark, Sleep.Benchmark, Spawn.Benchmark, Http.Benchmark, Example4.Benchmark];

    /// <summary>How long n items take anybody: a second of sleep, for example.</summary>
    public Func<int, TimeSpan> Ideal { get; init; } = _ => TimeSpan.Zero;

    /// <summary>How many items at once the just-in-time compiler is shown before anything is measured.</summary>
    public int WarmUpItems { get; init; } = 1000;

    /// <summary>Runs one system, first unmeasured and then measured.</summary>
    public void Run(Contender contender, int n, string url)
    {
        var start = Stopwatch.GetTimestamp();
        var warmUp = new Measurement(this, contender.System, Math.Min(WarmUpItems, n), url) { IsWarmUp = true };
        do contender.Run(warmUp);
        while (Stopwatch.GetElapsedTime(start) < EnoughForTheCompiler);
        contender.Run(new Measurement(this, contender.System, n, url));
    }
}
