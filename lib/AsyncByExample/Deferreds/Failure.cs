namespace AsyncByExample.Deferreds;

/// <summary>What a callback chain holds instead of a result when it has failed.</summary>
internal sealed class Failure(Exception error)
{
    public Exception Error => error;
}
