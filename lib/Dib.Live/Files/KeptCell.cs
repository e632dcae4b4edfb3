using System.Collections.Immutable;
using Dib.Live.Cells;
using Dib.Running.Execution;

namespace Dib.Live.Files;

/// <summary>What is kept of a cell's last run.</summary>
/// <param name="Hash">Of the text that the outputs belong to.</param>
internal sealed record KeptCell(
    string Hash,
    TimeSpan? Elapsed,
    CellFailure? Failure,
    IReadOnlyList<IReadOnlyList<CellOutput>> Outputs
)
{
    internal static KeptCell Of(string hash, CellView cell) =>
        new(
            hash,
            cell.Elapsed,
            cell.Failure,
            [
                .. cell.Outputs.Select(output =>
                    (IReadOnlyList<CellOutput>)[output.Content, .. output.Content.OtherFormats]
                ),
            ]
        );

    internal ImmutableArray<OutputView> ToOutputs() =>
        [
            .. Outputs
                .Where(formats => formats.Count > 0)
                .Select((formats, i) => new OutputView(i, formats[0] with { OtherFormats = [.. formats.Skip(1)] })),
        ];
}
