namespace AsyncByExample.Deferreds;

/// <summary>A <see cref="Deferred{T}"/> of any type: what an iterator yields to wait for it.</summary>
public abstract class Deferred
{
    private protected Deferred(CallbackChain chain) => Chain = chain;

    internal CallbackChain Chain { get; }

    /// <summary>Whether it has been given a result or a failure; its callbacks may still be waiting for another Deferred.</summary>
    public bool IsFired => Chain.IsFired;

    /// <summary>
    /// Nobody wants the result any more. A Deferred that has fired stays as it is, unless a callback returned another
    /// one that it waits for: then that one is cancelled. One that has not fired calls its canceller, and fails with
    /// an <see cref="OperationCanceledException"/> if that did not fire it. Without a canceller, whoever was to fire
    /// it may still do so once, to no effect.
    /// </summary>
    public void Cancel() => Chain.Cancel();
}
