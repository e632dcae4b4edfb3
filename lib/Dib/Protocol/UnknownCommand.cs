using System.Text.Json;

namespace Dib.Protocol;

/// <summary>A command that this library has no type for, kept as it came.</summary>
public sealed record UnknownCommand(string Name, JsonElement Body) : KernelCommand
{
    /// <inheritdoc/>
    public override string CommandType => Name;
}
