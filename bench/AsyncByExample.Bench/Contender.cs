using AsyncByExample.Clocks;

namespace AsyncByExample.Bench;

/// <summary>One of the systems that do a benchmark's work.</summary>
/// <param name="System">Its name, such as <c>loop</c>.</param>
/// <param name="Run">Does the work, and measures it or parts of it.</param>
internal sealed record Contender(string System, Action<Measurement> Run)
{
    /// <summary>The most items that it can do: a greenlet needs a thread of its own, for example.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>A system that is measured as a whole.</summary>
    public static Contender Of(string system, Action<int> run) => new(system, it => it.Measure(() => run(it.N)));

    /// <summary>What runs on .NET's thread pool, started there.</summary>
    public static Contender OfThreadPool(string system, Func<int, Task> run) =>
        Of(system, n => OnThreadPool(() => run(n)));

    /// <summary>Starts something on the thread pool, and blocks until it is complete.</summary>
    public static void OnThreadPool(Func<Task> run) =>
#pragma warning disable VSTHRD002 // The main thread has no context that the tasks could want to come back to.
        Task.Run(run).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    /// <summary>One of the library's schedulers: as it is, and with the recorder on.</summary>
    public static Contender[] WithRecorder(string system, Action<int> run, int most = int.MaxValue) =>
        [
            Of(system, run) with
            {
                Most = most,
            },
            Of($"{system}-recorder", n => Record(Clock.Real(speed: 1), () => run(n))) with
            {
                Most = most,
            },
        ];

    /// <summary>Runs something with the recorder on.</summary>
    public static void Record(Clock clock, Action main) =>
        Recorder.Record("bench", clock, LowerBound.NoWaiting([0]), main);
}
