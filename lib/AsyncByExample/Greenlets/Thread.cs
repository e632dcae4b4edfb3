using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

/// <summary>
/// Stands in for <see cref="System.Threading.Thread"/> after the swap that gevent calls <c>patch_all</c>:
/// <c>using Thread = AsyncByExample.Greenlets.Thread;</c> makes an unchanged <c>Thread.Sleep</c> cooperative.
/// </summary>
public static class Thread
{
    /// <summary>Inside a greenlet lets go of the thread meanwhile; outside one it is an ordinary, blocking sleep.</summary>
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
        if (Greenlet.Current is null)
            Clocks.Thread.Sleep(millisecondsTimeout, member, file, line);
        else
            Greenlet.Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));
    }
}
