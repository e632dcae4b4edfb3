namespace AsyncByExample.Deferreds;

public static partial class Defer
{
    /// <summary>
    /// Runs an iterator that waits for each Deferred that it yields: Twisted's inlineCallbacks. It starts at once, and
    /// what is returned fires when it is done.
    /// </summary>
    /// <remarks>
    /// <para>A C# iterator cannot <c>yield return</c> inside a try block that has a catch, and gets nothing back from
    /// <c>yield return</c>. So the result of a Deferred is read from it afterwards, <c>page.Result</c>. One that fails
    /// ends the iterator there, whose using and finally blocks run, and the failure is that of the whole: catch it with
    /// an errback on the whole, or before yielding with one on the part.</para>
    /// <para>The result stays in the Deferred, also for others that wait for it; in Twisted the first who waits takes it
    /// out. A failure is taken out here too, and leaves the default of the Deferred's type.</para>
    /// <para>Yielding null, or a Deferred that has a result already, goes on at once. Cancelling the whole cancels the
    /// Deferred that it waits for; what becomes of the iterator is up to that one.</para>
    /// </remarks>
    /// <param name="iterator">An iterator method's result.</param>
    /// <returns>Its result is what the iterator yielded with <see cref="ReturnValue"/>; null if nothing.</returns>
    public static Deferred<object?> InlineCallbacks(IEnumerator<Deferred> iterator) =>
        InlineCallbacks<object?>(iterator);

    /// <inheritdoc cref="InlineCallbacks(IEnumerator{Deferred})"/>
    /// <typeparam name="T">The type of the value that the iterator returns.</typeparam>
    public static Deferred<T> InlineCallbacks<T>(IEnumerator<Deferred> iterator) =>
        new(new InlineCallbacksRun(iterator));

    /// <summary>
    /// To be yielded by an iterator of <see cref="InlineCallbacks{T}"/>: ends it, and is its result. Twisted's
    /// returnValue.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value is a Deferred: yield that first, and return its result. It is the iterator that this ends, and the whole
    /// fails; in Twisted it comes out of the call that started the iterator.
    /// </exception>
    public static Deferred ReturnValue(object? value) =>
        value is Deferred
            ? throw new ArgumentException(
                "a Deferred is no value to return: yield return it first, then return its Result"
            )
            : new ReturnedValue(value);
}
