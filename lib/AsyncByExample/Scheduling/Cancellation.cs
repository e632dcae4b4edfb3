namespace AsyncByExample.Scheduling;

/// <summary>Whether the reader has stopped the example that is running: every wait of the library ends then.</summary>
internal static class Cancellation
{
    private static readonly AsyncLocal<CancellationToken> Ambient = new();

    /// <summary>Cancelled when the example is stopped; never where none is running.</summary>
    public static CancellationToken Token
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Ends the calling code if its example has been stopped.</summary>
    /// <exception cref="OperationCanceledException">It has.</exception>
    public static void ThrowIfStopped() => Ambient.Value.ThrowIfCancellationRequested();
}
