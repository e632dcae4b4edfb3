namespace AsyncByExample.Greenlets;

public partial class Greenlet
{
    /// <summary>
    /// Creates a greenlet. It starts after all who are ready, as soon as the caller waits: the main program in
    /// <see cref="JoinAll"/>, for example.
    /// </summary>
    public static Greenlet Spawn(Action run) => new(Function(run));

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet Spawn<T>(Action<T> run, T argument) => new(Function(run, argument));

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet Spawn<T1, T2>(Action<T1, T2> run, T1 first, T2 second) => new(Function(run, first, second));

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet<TResult> Spawn<TResult>(Func<TResult> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run);
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet<TResult> Spawn<T, TResult>(Func<T, TResult> run, T argument)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(() => run(argument));
    }

    /// <inheritdoc cref="Spawn(Action)"/>
    public static Greenlet<TResult> Spawn<T1, T2, TResult>(Func<T1, T2, TResult> run, T1 first, T2 second)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(() => run(first, second));
    }

    /// <summary>Creates a greenlet that starts after a time, when nobody is ready.</summary>
    /// <param name="delay">Article time; less than zero is zero, as in gevent.</param>
    public static Greenlet SpawnLater(TimeSpan delay, Action run) => new(Function(run), Checked(delay));

    /// <inheritdoc cref="SpawnLater(TimeSpan, Action)"/>
    public static Greenlet SpawnLater<T>(TimeSpan delay, Action<T> run, T argument) =>
        new(Function(run, argument), Checked(delay));

    /// <inheritdoc cref="SpawnLater(TimeSpan, Action)"/>
    public static Greenlet<TResult> SpawnLater<TResult>(TimeSpan delay, Func<TResult> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run, Checked(delay));
    }

    private static TimeSpan Checked(TimeSpan delay)
    {
        Limit.Check(delay, "Greenlet.SpawnLater");
        return delay;
    }

    private static Func<object?> Function(Action run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return () =>
        {
            run();
            return null;
        };
    }

    private static Func<object?> Function<T>(Action<T> run, T argument)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Function(() => run(argument));
    }

    private static Func<object?> Function<T1, T2>(Action<T1, T2> run, T1 first, T2 second)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Function(() => run(first, second));
    }
}
