namespace Dib.Protocol;

/// <summary>A command on its way: its token ties events to it, its routing slip says where it has been.</summary>
public sealed record CommandEnvelope(string Token, KernelCommand Command)
{
    /// <summary>The kernels that the command passed, oldest first.</summary>
    public IReadOnlyList<string> RoutingSlip { get; init; } = [];
}
