using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace AsyncByExample.Greenlets;

/// <summary>A value, or a failure, that greenlets wait for until somebody sets it: <c>gevent.event.AsyncResult</c>.</summary>
public sealed class AsyncResult<T> : Linkable
{
    /// <summary>Whether it has a value or a failure.</summary>
    public bool Ready { get; private set; }

    /// <summary>Whether it has a value.</summary>
    public bool Successful => Ready && Exception is null;

    /// <summary>Its value, if it has one.</summary>
    public T? Value { get; private set; }

    /// <summary>Its failure; null if it has none.</summary>
    public Exception? Exception { get; private set; }

    private protected override bool HasHappened => Ready;

    /// <summary>Gives it a value, also in place of another, and wakes all who wait.</summary>
    public void Set(T value)
    {
        (Ready, Value, Exception) = (true, value, null);
        Notify();
    }

    /// <summary>Gives it a failure, which all who wait get.</summary>
    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        (Ready, Value, Exception) = (true, default, exception);
        Notify();
    }

    /// <summary>Takes over how a greenlet ended: <c>greenlet.Link(result.SetFrom)</c>.</summary>
    public void SetFrom(Greenlet<T> greenlet)
    {
        ArgumentNullException.ThrowIfNull(greenlet);
        if (greenlet.Exception is { } exception)
            SetException(exception);
        else
            Set(greenlet.Value!);
    }

    /// <summary>Lets go until it is set, and returns its value or throws its failure.</summary>
    /// <param name="timeout">How long at most, in article time; zero does let the others have their turns.</param>
    /// <exception cref="TimeoutExpiredException">The time is over.</exception>
    public T Get(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "AsyncResult.Get");
        if (!Ready && !WaitForIt("AsyncResult.Get", line, timeout))
            throw new TimeoutExpiredException("AsyncResult.Get", timeout);
        return Result();
    }

    /// <summary>As <see cref="Get"/>, without letting go.</summary>
    /// <exception cref="TimeoutExpiredException">It is not set yet.</exception>
    public T GetNoWait() =>
        Ready ? Result() : throw new TimeoutExpiredException("AsyncResult.GetNoWait", TimeSpan.Zero);

    /// <summary>Lets go until it is set, whatever it is set to.</summary>
    /// <returns>Its value; the default value if it has none, or when the time is over.</returns>
    public T? Wait(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "AsyncResult.Wait");
        if (!Ready)
            WaitForIt("AsyncResult.Wait", line, timeout);
        return Value;
    }

    private T Result()
    {
        if (Exception is not null)
            ExceptionDispatchInfo.Throw(Exception);
        return Value!;
    }
}
