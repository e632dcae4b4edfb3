namespace Dib.Format;

/// <summary>Finds lines that are meant to start a cell and name a kernel that the header does not list.</summary>
/// <remarks>Such a line and all that follows it have become part of the cell before, in every editor.</remarks>
internal static class UnknownSeparators
{
    // Magic commands of the engine and of its packages that stand on a line alone.
    private static readonly HashSet<string> Commands = new(StringComparer.Ordinal)
    {
        "about",
        "aspnet",
        "aspnet-stop",
        "connect",
        "enable-http",
        "expand",
        "import",
        "inspect",
        "linqify",
        "lsmagic",
        "meta",
        "model-answer",
        "nuget-restore",
        "record",
        "set",
        "share",
        "start-lesson",
        "time",
        "who",
        "whos",
    };

    /// <summary>One finding for each such line of a cell.</summary>
    internal static IEnumerable<DibFinding> In(DibCell cell, DibKernelNames names) =>
        cell
            .Text.Split('\n')
            .Zip(MarkdownFence.OpenAfterEachLineOf(cell), (line, fence) => (line, fence))
            .Index()
            // In a code fence of a markdown cell, a separator is shown and not meant.
            .Where(each => each.Item.fence is null || cell.KernelName != "markdown")
            .Select(each => (each.Index, Name: NameIn(each.Item.line)))
            .Where(each => each.Name is not null && names.Find(each.Name.ToLowerInvariant()) is null)
            .Select(each => new DibFinding(
                cell.LineOf(each.Index),
                $"\"#!{each.Name}\" looks like the start of a cell, but the header lists no kernel {each.Name}: it stays in the {cell.KernelName} cell.",
                $"Add {{\"name\":\"{each.Name}\"}} to the items of #!meta, or delete the line."
            ));

    private static string? NameIn(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        && line[2..].TrimEnd() is [var first, .. var rest] name
        && char.IsAsciiLetter(first)
        && rest.All(character =>
            char.IsAsciiLetterOrDigit(character) || "-_.+#".Contains(character, StringComparison.Ordinal)
        )
        && !Commands.Contains(name)
            ? name
            : null;
}
