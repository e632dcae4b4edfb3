using System.Text;

namespace Dib.Tests.Format.Judged;

/// <summary>A kind of file that our parser reads otherwise than Documents does, on purpose.</summary>
/// <param name="Reason">Why we do not follow.</param>
/// <param name="IsIn">Whether a file, given as its lines, is of that kind.</param>
internal sealed record Difference(string Reason, Func<string[], bool> IsIn)
{
    internal static readonly Difference HeaderReadTwice = new(
        "When the file ends within the header, Documents takes its last line for JSON and for a line of code as well; "
            + "an edit of that code would be an edit of the header.",
        lines =>
            Array.FindIndex(lines, line => line.StartsWith("#!meta", StringComparison.Ordinal)) is >= 0 and var header
            && lines[(header + 1)..] is [.., not ""] json
            && !json.Any(line => line.StartsWith("#!", StringComparison.Ordinal))
    );

    internal static readonly Difference CultureSeesMore = new(
        "Documents compares the starts of lines as the machine's culture does, which overlooks characters without a width "
            + "and sets a letter apart from the same one under an accent; a file means the same on all machines.",
        lines =>
            lines.Any(line =>
                new[] { "#!", "#!meta" }.Any(start =>
                    line.StartsWith(start, StringComparison.CurrentCulture)
                    != line.StartsWith(start, StringComparison.Ordinal)
                )
            )
    );

    internal static readonly Difference ZeroByte = new(
        "A file with a zero byte is no text: somebody opened it by mistake, and saving would make it worse.",
        lines => lines.Any(line => line.Contains('\0', StringComparison.Ordinal))
    );

    /// <summary>What Documents sees in a file without a text: an editor needs a place to type in, and a file does not.</summary>
    internal static SeenCell CellToTypeIn(string kernelName) => new(kernelName, "");

    private static readonly Difference[] All = [CultureSeesMore, ZeroByte, HeaderReadTwice];

    internal static Difference? Of(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        var lines = reader.ReadToEnd().Split(["\r\n", "\n"], StringSplitOptions.None);
        return Array.Find(All, difference => difference.IsIn(lines));
    }
}
