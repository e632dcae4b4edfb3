namespace AsyncByExample.Sites;

/// <summary>How a client waits for a simulated site: holding its thread, or letting go of it.</summary>
internal abstract class SimulatedWait
{
    /// <summary>Waits.</summary>
    /// <param name="duration">Article time; infinite waits until the client gives up.</param>
    /// <exception cref="OperationCanceledException">The client gave up.</exception>
    public abstract ValueTask ForAsync(TimeSpan duration);
}
