namespace AsyncByExample.Deferreds;

/// <summary>What an iterator of <see cref="Defer.InlineCallbacks(IEnumerator{Deferred})"/> yields to return a value.</summary>
internal sealed class ReturnedValue(object? value) : Deferred(new CallbackChain())
{
    public object? Value => value;
}
