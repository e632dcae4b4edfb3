namespace AsyncByExample.Deferreds;

public partial class Deferred<T>
{
    /// <summary>Adds what to do with the result. A failure passes it by.</summary>
    /// <returns>The same chain, from there on: its result is what the callback returns.</returns>
    public Deferred<TResult> AddCallback<TResult>(Func<T, TResult> callback) =>
        Add<TResult>(result => callback(Typed(result)), null);

    /// <inheritdoc cref="AddCallback{TResult}(Func{T, TResult})"/>
    /// <returns>The same chain, which waits there for the Deferred that the callback returns.</returns>
    public Deferred<TResult> AddCallback<TResult>(Func<T, Deferred<TResult>> callback) =>
        Add<TResult>(result => callback(Typed(result)), null);

    /// <inheritdoc cref="AddCallback{TResult}(Func{T, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddCallback(Action<T> callback) =>
        Add<object?>(result => Nothing(() => callback(Typed(result))), null);

    /// <summary>Adds what to do with a failure. A result passes it by.</summary>
    /// <returns>The same chain, whose result is then what the errback returns; if it throws, the chain fails again.</returns>
    public Deferred<T> AddErrback(Func<Exception, T> errback) => Add<T>(null, error => errback(error));

    /// <inheritdoc cref="AddErrback(Func{Exception, T})"/>
    /// <returns>The same chain, which waits there for the Deferred that the errback returns.</returns>
    public Deferred<T> AddErrback(Func<Exception, Deferred<T>> errback) => Add<T>(null, errback);

    /// <inheritdoc cref="AddErrback(Func{Exception, T})"/>
    /// <returns>The same chain: after a failure its result is the default of its type, such as null or 0.</returns>
    public Deferred<T?> AddErrback(Action<Exception> errback) => AddErrback<Exception>(errback);

    /// <summary>Adds what to do with one kind of failure, as <c>failure.trap</c> does; others pass on.</summary>
    /// <inheritdoc cref="AddErrback(Func{Exception, T})" path="/returns"/>
    public Deferred<T> AddErrback<TException>(Func<TException, T> errback)
        where TException : Exception =>
        Add<T>(null, error => error is TException trapped ? errback(trapped) : Outcome.Failed(error));

    /// <inheritdoc cref="AddErrback{TException}(Func{TException, T})"/>
    /// <inheritdoc cref="AddErrback(Action{Exception})" path="/returns"/>
    public Deferred<T?> AddErrback<TException>(Action<TException> errback)
        where TException : Exception =>
        Add<T?>(
            null,
            error =>
            {
                if (error is not TException trapped)
                    return Outcome.Failed(error);
                errback(trapped);
                return default(T);
            }
        );

    /// <summary>Adds both at one place of the chain: one of them runs, and neither gets what the other one did.</summary>
    /// <returns>The same chain, from there on: its result is what the one that ran returns.</returns>
    public Deferred<TResult> AddCallbacks<TResult>(Func<T, TResult> callback, Func<Exception, TResult> errback) =>
        Add<TResult>(result => callback(Typed(result)), error => errback(error));

    /// <inheritdoc cref="AddCallbacks{TResult}(Func{T, TResult}, Func{Exception, TResult})"/>
    /// <returns>The same chain, which waits there for the Deferred that the one that ran returns.</returns>
    public Deferred<TResult> AddCallbacks<TResult>(
        Func<T, Deferred<TResult>> callback,
        Func<Exception, Deferred<TResult>> errback
    ) => Add<TResult>(result => callback(Typed(result)), errback);

    /// <inheritdoc cref="AddCallbacks{TResult}(Func{T, TResult}, Func{Exception, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddCallbacks(Action<T> callback, Action<Exception> errback) =>
        Add<object?>(result => Nothing(() => callback(Typed(result))), error => Nothing(() => errback(error)));

    /// <summary>
    /// Adds what to do in any case, with the result and the error, one of which is there. The failure counts as
    /// handled: to pass it on, throw it.
    /// </summary>
    /// <returns>The same chain, from there on: its result is what the function returns.</returns>
    public Deferred<TResult> AddBoth<TResult>(Func<T?, Exception?, TResult> both) =>
        Add<TResult>(result => both(Typed(result), null), error => both(default, error));

    /// <inheritdoc cref="AddBoth{TResult}(Func{T, Exception, TResult})"/>
    /// <returns>The same chain, which waits there for the Deferred that the function returns.</returns>
    public Deferred<TResult> AddBoth<TResult>(Func<T?, Exception?, Deferred<TResult>> both) =>
        Add<TResult>(result => both(Typed(result), null), error => both(default, error));

    /// <inheritdoc cref="AddBoth{TResult}(Func{T, Exception, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddBoth(Action<T?, Exception?> both) =>
        Add<object?>(result => Nothing(() => both(Typed(result), null)), error => Nothing(() => both(default, error)));

    private Deferred<TResult> Add<TResult>(Func<object?, object?>? callback, Func<Exception, object?>? errback)
    {
        Chain.Add(Link.OfTask(callback, errback));
        return this as Deferred<TResult> ?? new Deferred<TResult>(Chain);
    }

    private static object? Nothing(Action action)
    {
        action();
        return null;
    }
}
