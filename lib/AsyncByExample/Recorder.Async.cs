using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using AsyncByExample.Scheduling;

namespace AsyncByExample;

public sealed partial class Recorder
{
    /// <summary>
    /// Runs an asynchronous example as a program's <c>async Main</c> runs, on the thread pool, and returns what happened.
    /// In virtual time it runs on an event loop, because only there one can tell that everyone waits.
    /// </summary>
    /// <inheritdoc cref="Record" path="/param"/>
    /// <returns>
    /// What happened; of an example that the reader has stopped, what had happened until then. What it had begun on the
    /// thread pool goes on to its next wait.
    /// </returns>
    public static async Task<Run> RecordAsync(
        string example,
        Clock clock,
        LowerBound bound,
        Func<Task> main,
        TimeUnit unit = TimeUnit.ArticleSeconds,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (clock is not RealClock)
            return Record(example, clock, bound, () => EventLoop.Run(main), unit, member, file, line);
        Host.Prepare(main);
        var recorder = new Recorder(clock);
        var run = recorder.Begin(example, bound, unit, new SourceLine(member, file, line));
        using (recorder.Watch(run))
            await recorder.ObserveAsync(main);
        return recorder.End(run);
    }

    // What flows into the example is put back where it was when an async method returns to its caller.
    private async Task ObserveAsync(Func<Task> main)
    {
        var output = Console.Out;
        try
        {
            Enter();
            await Task.Run(main).WaitAsync(Cancellation.Token);
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested) { }
        finally
        {
            // It may have ended just as the reader stopped it.
            _isStoppedByReader = Cancellation.Token.IsCancellationRequested;
            Console.SetOut(output);
            Stop();
        }
    }
}
