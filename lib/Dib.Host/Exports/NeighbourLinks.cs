using System.Text.RegularExpressions;

namespace Dib.Host.Exports;

/// <summary>Turns a notebook's links to others into links to what those are exported as.</summary>
internal static class NeighbourLinks
{
    private static readonly Regex Links = new(
        @"\]\((?<name>[^()\s#]+)\.dib(?<place>#[^()\s]*)?\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <param name="isExported">Whether a notebook, by its name without extension, lies beside this one as exported.</param>
    internal static string To(string extension, string markdown, Func<string, bool> isExported) =>
        Links.Replace(
            markdown,
            link =>
                isExported(link.Groups["name"].Value)
                    ? $"]({link.Groups["name"].Value}{extension}{link.Groups["place"].Value})"
                    : link.Value
        );
}
