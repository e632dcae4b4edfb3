using System.Runtime.CompilerServices;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Clocks;

/// <summary>
/// Stands in for <see cref="System.Threading.Thread"/> in the examples that block: sleeps in article seconds
/// and holds the thread meanwhile, as <c>time.sleep</c> does in the article's example 3.
/// </summary>
public static class Thread
{
    /// <summary>Blocks the calling thread; on the timeline the task is blocking.</summary>
    /// <param name="millisecondsTimeout">Milliseconds of article time, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static void Sleep(
        int millisecondsTimeout,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(millisecondsTimeout);
        using (KnownWait.Begin())
        using (TaskObserver.Current?.Blocks(member, file, line))
            Clock.Current.Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));
    }
}
