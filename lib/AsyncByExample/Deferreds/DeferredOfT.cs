using System.Runtime.ExceptionServices;

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
        : base(canceller is null ? new CallbackChain() : new CancellableChain())
    {
        if (canceller is not null)
            ((CancellableChain)Chain).Canceller = () => canceller(this);
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
        Chain.Fire(result);
    }

    /// <summary>
    /// Fires it with a failure: the errbacks run, now or as they are added. Twisted's takes the exception that is being
    /// handled if it is given none; C# does not tell which that is.
    /// </summary>
    /// <exception cref="InvalidOperationException">It has fired already.</exception>
    /// <exception cref="ArgumentNullException">There is no exception to fail with.</exception>
    public void Errback(Exception error) => Chain.Fire(new Failure(Checked(error)));

    internal static Exception Checked(Exception error) =>
        error
        ?? throw new ArgumentNullException(
            nameof(error),
            "say what the Deferred failed with: catch (Exception error) { deferred.Errback(error); }"
        );

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
            var result = Chain.TakeResult();
            if (result is Failure { Error: var error })
                ExceptionDispatchInfo.Throw(error);
            return Typed(result);
        }
    }

    internal static T Typed(object? result) =>
        result is Nothing || (result is null && default(T) is null) ? default!
        : result is T typed ? typed
        : throw new InvalidOperationException(
            $"a callback for {typeof(T).Name} cannot take {result?.GetType().Name ?? "no result"}: the callbacks of one "
                + "Deferred run in a row, so add it to what AddCallback returned"
        );
}
