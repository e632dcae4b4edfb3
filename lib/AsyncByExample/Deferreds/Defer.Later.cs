namespace AsyncByExample.Deferreds;

public static partial class Defer
{
    /// <summary>
    /// Calls a function later, and has its result. Cancelling the Deferred before that cancels the call. Twisted's
    /// task.deferLater.
    /// </summary>
    /// <param name="reactor">What makes the call.</param>
    /// <param name="delay">Article time, zero or more.</param>
    /// <param name="function">What to call.</param>
    /// <exception cref="ArgumentException">The delay is negative.</exception>
    public static Deferred<T> DeferLater<T>(Reactor reactor, TimeSpan delay, Func<T> function) =>
        Later<T>(reactor, delay, function);

    /// <inheritdoc cref="DeferLater{T}(Reactor, TimeSpan, Func{T})"/>
    public static Deferred<T> DeferLater<T>(Reactor reactor, TimeSpan delay, Func<Deferred<T>> function) =>
        Later<T>(reactor, delay, function);

    /// <inheritdoc cref="DeferLater{T}(Reactor, TimeSpan, Func{T})"/>
    public static Deferred<object?> DeferLater(Reactor reactor, TimeSpan delay, Action function) =>
        Later<object?>(reactor, delay, function);

    /// <inheritdoc cref="DeferLater{T}(Reactor, TimeSpan, Func{T})"/>
    /// <param name="reactor">What makes the call.</param>
    /// <param name="seconds">Article seconds, zero or more.</param>
    /// <param name="function">What to call.</param>
    public static Deferred<T> DeferLater<T>(Reactor reactor, double seconds, Func<T> function) =>
        DeferLater(reactor, TimeSpan.FromSeconds(seconds), function);

    /// <inheritdoc cref="DeferLater{T}(Reactor, double, Func{T})"/>
    public static Deferred<T> DeferLater<T>(Reactor reactor, double seconds, Func<Deferred<T>> function) =>
        DeferLater(reactor, TimeSpan.FromSeconds(seconds), function);

    /// <inheritdoc cref="DeferLater{T}(Reactor, double, Func{T})"/>
    public static Deferred<object?> DeferLater(Reactor reactor, double seconds, Action function) =>
        DeferLater(reactor, TimeSpan.FromSeconds(seconds), function);

    private static Deferred<T> Later<T>(Reactor reactor, TimeSpan delay, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(reactor);
        ArgumentNullException.ThrowIfNull(function);
        return new Deferred<T>(new LaterChain<T>(reactor, delay, function));
    }
}
