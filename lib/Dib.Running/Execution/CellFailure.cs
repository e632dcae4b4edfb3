using System.Globalization;
using System.Text.RegularExpressions;
using Dib.Protocol;

namespace Dib.Running.Execution;

/// <summary>Why a cell failed.</summary>
/// <param name="Message">One line, such as <c>InvalidOperationException: boom</c>.</param>
/// <param name="Line">The line in the cell, counted from zero; null when unknown.</param>
/// <param name="Details">All that the kernel said, stack trace included.</param>
internal sealed record CellFailure(string Message, int? Line, string Details)
{
    private static readonly Regex CompileError = new(
        @"^\((?<line>\d{1,9}),\d+\): error:? (?<text>.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    private static readonly Regex Namespaces = new(
        @"^[\w.+#]*[.+](?<rest>\w+: .*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );

    /// <summary>A failure that one sentence says all about.</summary>
    internal static CellFailure Because(string reason) => new(reason, null, reason);

    /// <summary>Reads what a kernel says of a cell that failed.</summary>
    internal static CellFailure From(string message, LinePosition? position)
    {
        var firstLine = message.Trim().Split('\n')[0].Trim();
        return CompileError.Match(firstLine) is { Success: true } error
            ? new CellFailure(
                error.Groups["text"].Value,
                position?.Line ?? int.Parse(error.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) - 1,
                message
            )
            : new CellFailure(Namespaces.Replace(firstLine, "${rest}"), position?.Line, message);
    }
}
