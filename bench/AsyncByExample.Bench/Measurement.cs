using System.Diagnostics;
using System.Text.Json;

namespace AsyncByExample.Bench;

/// <summary>Measures a run of a benchmark, and prints a line of JSON for each part that was measured.</summary>
/// <param name="Benchmark">What is done.</param>
/// <param name="System">Who does it.</param>
/// <param name="N">How many items of it.</param>
/// <param name="Url">What the http benchmark asks; empty for the others.</param>
internal sealed record Measurement(Benchmark Benchmark, string System, int N, string Url)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Whether nothing is to be printed.</summary>
    public bool IsWarmUp { get; init; }

    /// <summary>Times some work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="part">What is added to the benchmark's name, such as <c>-warm</c>.</param>
    public void Measure(Action work, string part = "")
    {
        if (!IsWarmUp)
            GC.Collect();
        var (allocated, cpu, start) = (Allocated, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        work();
        var (seconds, cpuSeconds) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
        if (!IsWarmUp)
            Print(part, seconds, cpuSeconds, Allocated - allocated);
    }

    private static long Allocated => GC.GetTotalAllocatedBytes(precise: true);

    private void Print(string part, TimeSpan time, TimeSpan cpu, long allocated)
    {
        using var process = Process.GetCurrentProcess();
        var line = new
        {
            System,
            Bench = Benchmark.Name + part,
            N,
            Seconds = Math.Round(time.TotalSeconds, 6),
            CpuS = Math.Round(cpu.TotalSeconds, 6),
            PerItemNs = Math.Round((time - Benchmark.Ideal(N)).TotalNanoseconds / N, 1),
            PeakRssMb = Math.Round(process.PeakWorkingSet64 / 1048576.0, 1),
            AllocatedPerItem = Math.Round((double)allocated / N, 1),
            Version = $".NET {Environment.Version}",
        };
        Console.WriteLine(JsonSerializer.Serialize(line, Json));
    }
}
