namespace Dib.Protocol;

/// <summary>An event on its way, with the command that it is about.</summary>
public sealed record EventEnvelope(KernelEvent Event, CommandEnvelope? Command = null)
{
    /// <summary>The kernels that the event passed, oldest first.</summary>
    public IReadOnlyList<string> RoutingSlip { get; init; } = [];
}
