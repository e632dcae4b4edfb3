using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Commands;

namespace Dib.Kernel.Directives;

/// <summary>
/// Where the parts of a cell stand in it. The engine cuts a cell at its magic commands and then forgets where;
/// the parts come one after the other, so each is looked for below the one before.
/// </summary>
internal sealed class PartLines
{
    private static readonly ConditionalWeakTable<KernelCommand, PartLines> ByCell = [];

    private int _next;

    /// <summary>The line of a cell, counted from 0, that a part of it starts in.</summary>
    /// <param name="cell">The whole cell.</param>
    /// <param name="part">The first lines of the part, as far as they are known.</param>
    internal static int Find(SubmitCode cell, string part) => ByCell.GetOrCreateValue(cell).Find(cell.Code, part);

    private int Find(string cell, string part)
    {
        var lines = cell.Split('\n');
        var wanted = part.Split('\n');
        var first = Array.FindIndex(wanted, line => !string.IsNullOrWhiteSpace(line));
        for (var i = _next; first >= 0 && i < lines.Length; i++)
        {
            if (!lines[i].AsSpan().Trim().StartsWith(wanted[first].AsSpan().Trim(), StringComparison.Ordinal))
                continue;
            _next = i + Math.Max(1, wanted.Length - first);
            return Math.Max(0, i - first);
        }
        return 0;
    }
}
