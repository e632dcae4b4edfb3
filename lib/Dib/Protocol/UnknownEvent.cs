using System.Text.Json;

namespace Dib.Protocol;

/// <summary>An event that this library has no type for, kept as it came.</summary>
public sealed record UnknownEvent(string Name, JsonElement Body) : KernelEvent
{
    /// <inheritdoc/>
    public override string EventType => Name;
}
