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
    /// <remarks>
    /// What a canceller throws comes out of here, as in Twisted; but there the Deferred has not fired then, and never
    /// does if nobody else fires it. Here it fails all the same.
    /// </remarks>
    public void Cancel() => Chain.Cancel();

    /// <summary>
    /// No further callback runs until <see cref="Unpause"/> has been called as often: Twisted's pause. It holds at
    /// once; Twisted's lets the callbacks run that were added before the Deferred fired.
    /// </summary>
    public void Pause() => Chain.Pause();

    /// <summary>Takes back one <see cref="Pause"/>. With the last one, the callbacks that were held back run.</summary>
    /// <exception cref="InvalidOperationException">
    /// It is not paused. Twisted counts below zero then, and holds the callbacks back until a pause.
    /// </exception>
    public void Unpause() => Chain.Unpause();
}
