using System.Collections.Immutable;
using Dib.Protocol;

namespace Dib.Running.Execution;

/// <summary>What a cell put out, in one piece, in the format that shows it best.</summary>
internal sealed record CellOutput(OutputKind Kind, string MimeType, string Text)
{
    /// <summary>The same in other formats.</summary>
    internal ImmutableArray<CellOutput> OtherFormats { get; init; } = [];

    /// <summary>A shown value in the best of its formats; null when it has none.</summary>
    internal static CellOutput? Of(OutputKind kind, IEnumerable<FormattedValue> values) =>
        values.OrderBy(value => Rank(value.MimeType)).ToArray() is [var best, .. var others]
            ? new CellOutput(kind, best.MimeType, best.Value)
            {
                OtherFormats = [.. others.Select(value => new CellOutput(kind, value.MimeType, value.Value))],
            }
            : null;

    private static int Rank(string mimeType) =>
        mimeType switch
        {
            "text/html" => 0,
            "image/svg+xml" => 1,
            "text/markdown" => 2,
            "text/plain" => 4,
            _ => 3,
        };
}
