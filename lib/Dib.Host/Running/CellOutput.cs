using System.Collections.Immutable;

namespace Dib.Host.Running;

/// <summary>What a cell put out, in one piece, in the format that shows it best.</summary>
internal sealed record CellOutput(OutputKind Kind, string MimeType, string Text)
{
    /// <summary>The same in other formats.</summary>
    internal ImmutableArray<CellOutput> OtherFormats { get; init; } = [];
}
