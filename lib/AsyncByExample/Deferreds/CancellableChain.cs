namespace AsyncByExample.Deferreds;

/// <summary>A chain that somebody can be asked to cancel.</summary>
internal sealed class CancellableChain : CallbackChain
{
    /// <summary>What to do before the chain gives itself a failure.</summary>
    public Action? Canceller { private get; set; }

    private protected override void CancelUnfired()
    {
        try
        {
            Canceller?.Invoke();
        }
        finally
        {
            FailAsCancelled();
        }
    }
}
