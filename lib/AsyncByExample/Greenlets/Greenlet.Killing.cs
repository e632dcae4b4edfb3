using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

public partial class Greenlet
{
    /// <summary>
    /// Has the call in which it waits throw, in a turn after all who are ready, and lets go until it has ended. One that
    /// has not started never does; one that has ended stays as it is.
    /// </summary>
    /// <param name="exception">What is thrown: <see cref="GreenletExit"/> if null, which counts as success.</param>
    /// <param name="block">False does not wait for it.</param>
    /// <param name="timeout">How long to wait at most, in article time, where it catches the exception and goes on.</param>
    public void Kill(
        Exception? exception = null,
        bool block = true,
        TimeSpan? timeout = null,
        [CallerLineNumber] int line = 0
    )
    {
        Limit.Check(timeout, "Greenlet.Kill");
        exception ??= new GreenletExit();
        if (TryEndBeforeStart(exception) || Ready)
            return;
        var waiter = block ? NewWait("Greenlet.Kill", line) : null;
        _hub.Post(Throw([this], exception, waiter));
        if (waiter is null)
            return;
        Hub.Wait(waiter);
        Join(timeout, line);
    }

    /// <summary>As <see cref="Kill"/>, of all of them, in their order and in one turn.</summary>
    /// <exception cref="TimeoutExpiredException">Not all have ended in time.</exception>
    public static void KillAll(
        IEnumerable<Greenlet> greenlets,
        Exception? exception = null,
        bool block = true,
        TimeSpan? timeout = null,
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(greenlets);
        exception ??= new GreenletExit();
        Greenlet[] alive = [.. greenlets];
        alive = Array.FindAll(alive, greenlet => !greenlet.TryEndBeforeStart(exception) && !greenlet.Ready);
        if (alive.Length == 0)
            return;
        var waiter = block ? NewWait(alive[0], "Greenlet.KillAll", line, new Unfinished(alive)) : null;
        alive[0]._hub.Post(Throw(alive, exception, waiter));
        if (waiter is null)
            return;
        using var limit = timeout is null ? null : new Timeout(timeout);
        Hub.Wait(waiter);
        JoinAll(alive, line: line);
    }

    private static IEnumerator<Waiter> Throw(Greenlet[] greenlets, Exception exception, Waiter? then)
    {
        foreach (var greenlet in greenlets)
            if (!greenlet.Ready && greenlet.Waiting is { } waiting)
            {
                waiting.Error = exception;
                yield return waiting;
            }
        if (then is not null)
            yield return then;
    }

    private bool TryEndBeforeStart(Exception exception)
    {
        if (!_start.TryResume())
            return false;
        _startTimer?.Dispose();
        End(exception is GreenletExit ? exception : null, exception is GreenletExit ? null : exception);
        return true;
    }
}
