namespace AsyncByExample.Deferreds;

/// <summary>A Deferred in a list failed, and the list did not wait for the others: Twisted's FirstError.</summary>
public sealed class FirstErrorException(Exception error, int index)
    : Exception(FormattableString.Invariant($"Deferred {index} of the list failed: {error.Message}"), error)
{
    /// <summary>Which one failed, counted from 0.</summary>
    public int Index { get; } = index;
}
