using System.Collections.Immutable;
using Markdig.Helpers;

namespace Dib.Running.Pages;

/// <summary>The names of a cell's headings, by which addresses lead to them.</summary>
/// <param name="Page">The address of the cell's page, so that links can be copied; empty for a page that is a file.</param>
/// <param name="Names">A name for each heading.</param>
internal sealed record Anchors(string Page, ImmutableArray<string> Names)
{
    private const string Nameless = "section";

    // What a page has itself: its own parts, and those of its cells and forms.
    private static readonly string[] OwnParts = ["look", "components-reconnect-modal", "blazor-error-ui"];
    private static readonly string[] OwnStarts = ["cell-", "knob-", "hint-", "input-"];

    /// <summary>
    /// The anchors of all cells of a page, those without headings too: as Markdig makes them the GitHub way, each once.
    /// </summary>
    /// <param name="page">The page's address.</param>
    /// <param name="cells">Kind and text of each cell.</param>
    internal static IEnumerable<Anchors> Of(string page, IEnumerable<(string Kind, string Text)> cells)
    {
        var taken = new HashSet<string>(OwnParts, StringComparer.Ordinal);
        return cells
            .Select(cell => cell.Kind == "markdown" ? Prose.HeadingsOf(cell.Text) : [])
            .Select(headings => new Anchors(page, [.. headings.Select(heading => NameOf(heading, taken))]));
    }

    private static string NameOf(string heading, HashSet<string> taken)
    {
        var words = LinkHelper.UrilizeAsGfm(heading);
        var isOwn = OwnStarts.Any(start => words.StartsWith(start, StringComparison.Ordinal));
        var first =
            words.Length == 0 ? Nameless
            : isOwn ? $"{Nameless}-{words}"
            : words;
        var name = first;
        for (var number = 1; !taken.Add(name); number++)
            name = $"{first}-{number}";
        return name;
    }
}
