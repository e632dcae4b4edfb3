using System.Runtime.ExceptionServices;
using static System.FormattableString;

namespace AsyncByExample.Deferreds;

/// <summary>
/// A result that is not there yet, and the callbacks that it will pass through: Twisted's Deferred.
/// </summary>
/// <remarks>
/// <para>Callbacks run one after the other, in the order in which they were added, each with what the one before
/// returned. One that throws sends its exception to the next errback; an errback that returns sends its result to the
/// next callback. One that returns a Deferred makes the ones after it wait for that.</para>
/// <para>In Twisted, adding returns the same Deferred. Here it returns another view of the same chain, which knows the
/// type of the result from there on. Adding to an older view continues the one chain, so its callback gets the latest
/// result; if that has another type, the chain fails and says so.</para>
/// <para>A Deferred belongs to the thread of its reactor.</para>
/// </remarks>
public partial class Deferred<T> : Deferred
{
    /// <summary>A Deferred that somebody will fire.</summary>
    /// <param name="canceller">What to do when it is cancelled first: it may fire the Deferred itself.</param>
    public Deferred(Action<Deferred<T>>? canceller = null)
        : base(new CallbackChain())
    {
        if (canceller is not null)
            Chain.Canceller = () => canceller(this);
    }

    internal Deferred(CallbackChain chain)
        : base(chain) { }

    /// <summary>Fires it with a result: the callbacks run, now or as they are added.</summary>
    /// <exception cref="InvalidOperationException">It has fired already.</exception>
    /// <exception cref="ArgumentException">The result is a Deferred: only a callback may return one.</exception>
    public void Callback(T result)
    {
        if (result is Deferred)
            throw new ArgumentException(
                "a Deferred cannot be fired with another one: return that from a callback instead"
            );
        Chain.Fire(Outcome.Of(result));
    }

    /// <summary>Fires it with a failure: the errbacks run, now or as they are added.</summary>
    /// <exception cref="InvalidOperationException">It has fired already.</exception>
    public void Errback(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Chain.Fire(Outcome.Failed(error));
    }

    /// <summary>
    /// What the callbacks have made of the result so far: to be read after a <c>yield return</c> of this Deferred in
    /// an iterator of <see cref="Defer.InlineCallbacks(IEnumerator{Deferred})"/>. If it failed, the exception is
    /// thrown, and counts as handled.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no result yet, or it is none of this view's type.</exception>
    public T Result
    {
        get
        {
            if (!Chain.HasResult)
                throw new InvalidOperationException("this Deferred has no result yet: yield return it first");
            var outcome = Chain.TakeOutcome();
            if (outcome.Error is { } error)
                ExceptionDispatchInfo.Throw(error);
            return Typed(outcome.Value);
        }
    }

    /// <summary>
    /// Cancels it unless it has a result in time; then it fails with a <see cref="TimeoutException"/>. The time covers
    /// the callbacks that were added before, and none added later.
    /// </summary>
    /// <param name="timeout">Article time, zero or more.</param>
    /// <param name="reactor">Whose clock counts.</param>
    /// <param name="onTimeout">What to return or throw instead, given the cancelled result and its error.</param>
    public Deferred<T> AddTimeout(TimeSpan timeout, Reactor reactor, Func<T?, Exception?, T>? onTimeout = null)
    {
        var timedOut = false;
        var call = reactor.CallLater(
            timeout,
            () =>
            {
                timedOut = true;
                Cancel();
            }
        );
        Chain.Add(Link.OfLibrary(result => Settle(result, null), error => Settle(null, error)));
        return this;

        object? Settle(object? result, Exception? error)
        {
            if (call.IsActive)
                call.Cancel();
            if (timedOut && onTimeout is not null)
                return onTimeout(error is null ? Typed(result) : default, error);
            return timedOut && error is OperationCanceledException
                ? Outcome.Failed(
                    new TimeoutException(Invariant($"there was no result within {timeout.TotalSeconds} s"))
                )
                : new Outcome(result, error);
        }
    }

    private static T Typed(object? result) =>
        result is T typed ? typed
        : result is null && default(T) is null ? default!
        : throw new InvalidOperationException(
            $"a callback for {typeof(T).Name} cannot take {result?.GetType().Name ?? "no result"}: the callbacks of one "
                + "Deferred run in a row, so add it to what AddCallback returned"
        );
}
