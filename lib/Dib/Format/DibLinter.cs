namespace Dib.Format;

/// <summary>Finds what parses but was hardly meant, and what an editor would change by itself.</summary>
public static class DibLinter
{
    private static readonly string[] EditorKernels =
    [
        "csharp",
        "fsharp",
        "html",
        "http",
        "javascript",
        "mermaid",
        "pwsh",
        "value",
    ];

    /// <summary>Checks a file; one that does not parse has that as its only finding.</summary>
    public static IReadOnlyList<DibFinding> Check(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Check(DibDocument.Parse(bytes));
        }
        catch (DibFormatException e)
        {
            return [new DibFinding(e.Line, e.Reason, "Correct the file in a text editor.")];
        }
    }

    /// <summary>Checks a notebook; findings come in the order of lines.</summary>
    public static IReadOnlyList<DibFinding> Check(DibDocument document) =>
        [
            .. Header(document)
                .Concat(EmptyCells(document))
                .Concat(CellsCutInsideAFence(document))
                .Concat(document.Cells.SelectMany(cell => AlmostSeparators(cell, document.Names)))
                .Concat(document.Cells.SelectMany(cell => UnknownSeparators.In(cell, document.Names)))
                .Concat(Form(document))
                .OrderBy(finding => finding.Line),
        ];

    private static IEnumerable<DibFinding> Header(DibDocument document)
    {
        if (document.Meta is null)
            yield return new(1, "The file has no #!meta header.", "Open and save it in an editor, which adds one.");
        else if (EditorKernels.Except(document.Meta.KernelNames, StringComparer.Ordinal).ToArray() is [_, ..] missing)
            yield return new(
                document.Meta.Line,
                $"The header does not list {string.Join(", ", missing)}.",
                "List all kernels as VS Code does, or it will when it saves."
            );
    }

    private static IEnumerable<DibFinding> EmptyCells(DibDocument document) =>
        document
            .Separators.Where(separator => !separator.HasText)
            .Select(separator => new DibFinding(
                separator.Line,
                $"The {separator.KernelName} cell is empty.",
                "Remove it: an editor drops it without a word."
            ));

    private static IEnumerable<DibFinding> CellsCutInsideAFence(DibDocument document)
    {
        foreach (var cell in document.Cells.Where(cell => cell.KernelName == "markdown"))
        {
            if (
                MarkdownFence.OpenAtTheEndOf(cell) is { } fence
                && document.Separators.FirstOrDefault(next => next.Line > cell.Line) is { } cut
            )
                yield return new(
                    cut.Line,
                    $"#!{cut.KernelName} stands in the code fence opened on line {fence} and ends the markdown cell there.",
                    "Close the fence before it, or put a space before the #! if it belongs to the text."
                );
        }
    }

    // In markdown, an indented magic is the way to show one.
    private static IEnumerable<DibFinding> AlmostSeparators(DibCell cell, DibKernelNames names)
    {
        foreach (var (i, line) in cell.Text.Split('\n').Index())
        {
            var trimmed = line.Trim();
            if (
                trimmed.StartsWith("#!", StringComparison.Ordinal)
                && names.Find(trimmed[2..].ToLowerInvariant()) is { } name
                && (cell.KernelName != "markdown" || line[0] == '#')
            )
                yield return new(
                    cell.LineOf(i),
                    $"\"{line}\" looks like the start of a {name} cell but stays in the {cell.KernelName} cell.",
                    $"Write #!{name}, in lower case and with nothing before or after it."
                );
        }
    }

    private static IEnumerable<DibFinding> Form(DibDocument document)
    {
        var written = document.ToString().Split('\n');
        var expected = DibWriter
            .Write(document.Meta?.Json.Trim() ?? "", document.Cells.Select(cell => (cell.KernelName, cell.Text)))
            .ReplaceLineEndings(document.NewLine)
            .Split('\n');
        var same = written.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        if (document.Meta is not null && same < Math.Max(written.Length, expected.Length))
            yield return new(
                same + 1,
                "From this line on the file is not in the form that VS Code writes.",
                "Open and save it there; it puts one blank line around each cell's text and its own names for kernels."
            );
    }
}
