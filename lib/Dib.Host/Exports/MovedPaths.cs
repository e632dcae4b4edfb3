using System.Text.RegularExpressions;

namespace Dib.Host.Exports;

/// <summary>Rewrites what a notebook names by relative paths for a copy of it in another folder.</summary>
/// <param name="from">The notebook's folder.</param>
/// <param name="to">The folder of the copy.</param>
internal sealed class MovedPaths(string from, string to)
{
    private static readonly Regex Links = new(
        @"\]\((?<path>[^()\s#:]+)(?<place>#[^()\s]*)?\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Loads = new(
        """^(?<command>#!import |#load |#r )"?(?<path>[^":\n]+)"?[ \t]*$""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    );

    /// <summary>Links in prose; those to notebooks that have a copy too lead there.</summary>
    /// <param name="extension">The extension of copies.</param>
    /// <param name="hasCopy">Whether there is a copy, in the same folder, of a notebook of that name.</param>
    internal string InProse(string markdown, string extension, Func<string, bool> hasCopy) =>
        Links.Replace(
            markdown,
            link =>
            {
                var path = link.Groups["path"].Value;
                var name = Path.GetFileNameWithoutExtension(path);
                var isCopied = Path.GetExtension(path) == ".dib" && hasCopy(name);
                return $"]({(isCopied ? name + extension : Moved(path))}{link.Groups["place"].Value})";
            }
        );

    /// <summary>The files that a cell imports or loads.</summary>
    internal string InCell(string text) =>
        Loads.Replace(
            text,
            load =>
            {
                var (command, path) = (load.Groups["command"].Value, Moved(load.Groups["path"].Value));
                return command + (load.Value.EndsWith('"') ? $"\"{path}\"" : path);
            }
        );

    private string Moved(string path) =>
        Path.IsPathRooted(path) || from == to
            ? path
            : Path.GetRelativePath(to, Path.GetFullPath(path, from)).Replace('\\', '/');
}
