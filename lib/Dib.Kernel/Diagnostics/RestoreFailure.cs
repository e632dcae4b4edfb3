using System.Text.RegularExpressions;

namespace Dib.Kernel.Diagnostics;

/// <summary>Reads what NuGet says of a package that a cell asks for.</summary>
internal static partial class RestoreFailure
{
    /// <summary>One sentence and what to do; null if a message is not about packages.</summary>
    internal static CellFailure? Of(string message, string cell)
    {
        var errors = Errors().Matches(message);
        if (errors.Count == 0)
            return null;
        var line = Array.FindIndex(cell.Split('\n'), text => Reference().IsMatch(text));
        var why = string.Join(' ', errors.Select(error => error.Value.Trim()).Distinct(StringComparer.Ordinal));
        return new CellFailure(
            $"({line + 1},1): error: a package could not be restored. {why} Check its name and version, and the network.",
            new(Math.Max(0, line), 0)
        );
    }

    [GeneratedRegex(@"NU\d{4}: [^\r\n]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Errors();

    [GeneratedRegex("^\\s*#r\\s*\"nuget:", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
