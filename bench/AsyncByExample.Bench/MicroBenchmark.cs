using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AsyncByExample.Bench;

/// <summary>A single switch in each style under BenchmarkDotNet: its time, and what it allocates.</summary>
[InProcess]
[MemoryDiagnoser]
[MaxIterationCount(20)]
[HideColumns("Job", "Toolchain")]
public class MicroBenchmark
{
    private const int Items = 100_000;
    private const int LongestName = 30;

    /// <summary>The library's systems, and those with the recorder on.</summary>
    public static IEnumerable<string> Systems => Switch.Library.Select(contender => contender.System);

    /// <summary>Which of them.</summary>
    [ParamsSource(nameof(Systems))]
    public string System { get; set; } = "";

    /// <summary>Measures them all; the tables go where BenchmarkDotNet puts them.</summary>
    internal static void Run(string folder) =>
        BenchmarkRunner.Run<MicroBenchmark>(
            DefaultConfig
                .Instance.WithArtifactsPath(folder)
                .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(LongestName))
        );

    /// <summary>Two tasks hand the thread to each other.</summary>
    [Benchmark(Description = "switch", OperationsPerInvoke = Items)]
    public void HandOver() =>
        Switch
            .Library.Single(contender => contender.System == System)
            .Run(new Measurement(Switch.Benchmark, System, Items, "") { IsWarmUp = true });
}
