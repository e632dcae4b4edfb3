using System.Runtime.CompilerServices;

namespace AsyncByExample.Deferreds;

public partial class Deferred<T>
{
    /// <summary>Adds what to do with the result. A failure passes it by.</summary>
    /// <returns>The same chain, from there on: its result is what the callback returns.</returns>
    public Deferred<TResult> AddCallback<TResult>(Func<T, TResult> callback) =>
        Add<TResult>(callback, result => callback(Typed(result)), null);

    /// <inheritdoc cref="AddCallback{TResult}(Func{T, TResult})"/>
    /// <returns>
    /// The same chain, which waits there for the Deferred that the callback returns. If that is its own it fails; in
    /// Twisted it waits for ever.
    /// </returns>
    public Deferred<TResult> AddCallback<TResult>(Func<T, Deferred<TResult>> callback) =>
        Add<TResult>(callback, result => callback(Typed(result)), null);

    /// <inheritdoc cref="AddCallback{TResult}(Func{T, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddCallback(Action<T> callback) =>
        Add<object?>(callback, result => Done(() => callback(Typed(result))), null);

    /// <summary>
    /// Adds what to do with a failure. A result passes it by. It is an error to add null, which in Twisted adds nothing.
    /// </summary>
    /// <returns>The same chain, whose result is then what the errback returns; if it throws, the chain fails again.</returns>
    public Deferred<T> AddErrback(Func<Exception, T> errback) => Add<T>(errback, null, error => errback(error));

    /// <inheritdoc cref="AddErrback(Func{Exception, T})"/>
    /// <returns>The same chain, which waits there for the Deferred that the errback returns.</returns>
    public Deferred<T> AddErrback(Func<Exception, Deferred<T>> errback) => Add<T>(errback, null, errback);

    /// <inheritdoc cref="AddErrback(Func{Exception, T})"/>
    /// <returns>The same chain: after a failure its result is the default of its type, such as null or 0.</returns>
    public Deferred<T?> AddErrback(Action<Exception> errback) => AddErrback<Exception>(errback);

    /// <summary>Adds what to do with one kind of failure, as <c>failure.trap</c> does; others pass on.</summary>
    /// <inheritdoc cref="AddErrback(Func{Exception, T})" path="/returns"/>
    public Deferred<T> AddErrback<TException>(Func<TException, T> errback)
        where TException : Exception =>
        Add<T>(errback, null, error => error is TException trapped ? errback(trapped) : new Failure(error));

    /// <inheritdoc cref="AddErrback{TException}(Func{TException, T})"/>
    /// <inheritdoc cref="AddErrback(Action{Exception})" path="/returns"/>
    public Deferred<T?> AddErrback<TException>(Action<TException> errback)
        where TException : Exception =>
        Add<T?>(
            errback,
            null,
            error =>
            {
                if (error is not TException trapped)
                    return new Failure(error);
                errback(trapped);
                return default(T);
            }
        );

    /// <summary>Adds both at one place of the chain: one of them runs, and neither gets what the other one did.</summary>
    /// <returns>The same chain, from there on: its result is what the one that ran returns.</returns>
    public Deferred<TResult> AddCallbacks<TResult>(Func<T, TResult> callback, Func<Exception, TResult> errback) =>
        Add<TResult>(callback, result => callback(Typed(result)), error => errback(error), errback);

    /// <inheritdoc cref="AddCallbacks{TResult}(Func{T, TResult}, Func{Exception, TResult})"/>
    /// <returns>The same chain, which waits there for the Deferred that the one that ran returns.</returns>
    public Deferred<TResult> AddCallbacks<TResult>(
        Func<T, Deferred<TResult>> callback,
        Func<Exception, Deferred<TResult>> errback
    ) => Add<TResult>(callback, result => callback(Typed(result)), errback, errback);

    /// <inheritdoc cref="AddCallbacks{TResult}(Func{T, TResult}, Func{Exception, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddCallbacks(Action<T> callback, Action<Exception> errback) =>
        Add<object?>(
            callback,
            result => Done(() => callback(Typed(result))),
            error => Done(() => errback(error)),
            errback
        );

    /// <summary>
    /// Adds what to do in any case, with the result and the error, one of which is there. The failure counts as
    /// handled: to pass it on, throw it.
    /// </summary>
    /// <returns>The same chain, from there on: its result is what the function returns.</returns>
    public Deferred<TResult> AddBoth<TResult>(Func<T?, Exception?, TResult> both) =>
        Add<TResult>(both, result => both(Typed(result), null), error => both(default, error));

    /// <inheritdoc cref="AddBoth{TResult}(Func{T, Exception, TResult})"/>
    /// <returns>The same chain, which waits there for the Deferred that the function returns.</returns>
    public Deferred<TResult> AddBoth<TResult>(Func<T?, Exception?, Deferred<TResult>> both) =>
        Add<TResult>(both, result => both(Typed(result), null), error => both(default, error));

    /// <inheritdoc cref="AddBoth{TResult}(Func{T, Exception, TResult})"/>
    /// <returns>The same chain, from there on: its result is null.</returns>
    public Deferred<object?> AddBoth(Action<T?, Exception?> both) =>
        Add<object?>(both, result => Done(() => both(Typed(result), null)), error => Done(() => both(default, error)));

    /// <summary>
    /// Fires another Deferred with the result or the failure, and goes on with the default of its type: Twisted's
    /// chainDeferred. Cancelling this one cancels the other one with it, and not the other way round.
    /// </summary>
    /// <returns>The same chain. It fails if the other one has fired already.</returns>
    public Deferred<T> ChainDeferred(Deferred<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Chain.Add(
            new LibraryLink(result =>
            {
                other.Chain.Fire(result is Failure { Error: var error } ? new Failure(error) : result);
                return Nothing.Left;
            })
        );
        return this;
    }

    private Deferred<TResult> Add<TResult>(
        Delegate first,
        Func<object?, object?>? callback,
        Func<Exception, object?>? errback,
        [CallerArgumentExpression(nameof(first))] string? name = null
    )
    {
        ArgumentNullException.ThrowIfNull(first, name);
        Chain.Add(new CallbackLink(callback, errback));
        return this as Deferred<TResult> ?? new Deferred<TResult>(Chain);
    }

    private Deferred<TResult> Add<TResult>(
        Delegate first,
        Func<object?, object?> callback,
        Func<Exception, object?> errback,
        Delegate second
    )
    {
        ArgumentNullException.ThrowIfNull(second, nameof(errback));
        return Add<TResult>(first, callback, errback, nameof(callback));
    }

    private static object? Done(Action action)
    {
        action();
        return null;
    }
}
