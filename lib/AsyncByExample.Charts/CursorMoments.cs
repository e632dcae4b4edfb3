using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>
/// All that was recorded of a timeline, for the cursor: at any moment, who held the thread and at which line, who was
/// ready, who waited until when, and what was printed. Times are in the units of the axis.
/// </summary>
/// <param name="Scale">How times are read: <c>s</c>, <c>ms</c>, <c>min</c>, or <c>lines</c> for printed lines.</param>
/// <param name="End">The last moment.</param>
/// <param name="Grows">Whether the example still runs.</param>
/// <param name="Tasks">The tasks' names, by row.</param>
/// <param name="Bars">Row, state's name, start, end and source of each stretch.</param>
/// <param name="Lines">Moment, row (-1 for the program itself), text and source of each printed line.</param>
/// <param name="Taken">Moment, row and source of each item that was taken from the work queue.</param>
/// <param name="Sources">Lines of code, which the other lists name by their index; -1 is an unknown one.</param>
/// <param name="Cell">Where the run was recorded.</param>
internal sealed record CursorMoments(
    string Scale,
    double End,
    bool Grows,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<object[]> Bars,
    IReadOnlyList<object[]> Lines,
    IReadOnlyList<object[]> Taken,
    IReadOnlyList<object> Sources,
    string? Cell
)
{
    // A timeline draws no more than so many stretches, nor so many lines.
    private const int MostLines = 4000;
    private const int LongestText = 200;

    public static CursorMoments Of(Run run, TimelinePicture picture)
    {
        var sources = new OrderedDictionary<SourceLine, int>();
        var rows = picture.Rows.Index().ToDictionary(row => row.Item, row => row.Index, StringComparer.Ordinal);
        var printed = run.Timeline.Lines.Take(MostLines).Index().ToList();
        return new CursorMoments(
            picture.Scale?.Symbol ?? "lines",
            picture.End,
            run.IsUnderWay,
            picture.Rows,
            [
                .. picture.Bars.Select(bar =>
                    (object[])[bar.Row, Name(bar), bar.From, bar.From + bar.Length, Number(bar.Source)]
                ),
            ],
            [
                .. printed.Select(line =>
                    (object[])
                        [
                            picture.Scale is { } scale ? line.Item.At / scale.Unit : line.Index,
                            line.Item.Lane is { } lane ? rows.GetValueOrDefault(lane, -1) : -1,
                            Short(line.Item.Text),
                            Number(line.Item.Source),
                        ]
                ),
            ],
            [
                .. run.Timeline.Lanes.SelectMany(
                    (lane, row) =>
                        lane.Items.Select(item =>
                            (object[])
                                [
                                    picture.Scale is { } scale ? item.From / scale.Unit : item.FirstLine,
                                    row,
                                    Number(item.Source),
                                ]
                        )
                ),
            ],
            [
                .. sources.Keys.Select(source => new
                {
                    name = $"{source}",
                    file = Path.GetFileName(source.File),
                    line = source.Line,
                }),
            ],
            run.Source is { File.Length: > 0 } cell ? Path.GetFileName(cell.File) : null
        );

        int Number(SourceLine? source)
        {
            if (source is null)
                return -1;
            if (!sources.TryGetValue(source, out var number))
                sources.Add(source, number = sources.Count);
            return number;
        }
    }

    private static string Name(TimelineBar bar) => StatePalette.Name(bar.State);

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
