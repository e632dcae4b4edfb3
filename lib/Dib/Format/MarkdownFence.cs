namespace Dib.Format;

/// <summary>Follows the code fences of a markdown cell.</summary>
internal static class MarkdownFence
{
    /// <summary>The file line of the fence that the cell opens and never closes; null when all are closed.</summary>
    internal static int? OpenAtTheEndOf(DibCell cell) => OpenAfterEachLineOf(cell).Last();

    /// <summary>For each of the cell's lines, the file line of the fence that is open after it; null when none is.</summary>
    internal static IEnumerable<int?> OpenAfterEachLineOf(DibCell cell)
    {
        var open = "";
        var openedOn = 0;
        foreach (var (i, line) in cell.Text.Split('\n').Index())
        {
            var fence = FenceOf(line);
            if (open.Length == 0 && fence.Length > 0)
                (open, openedOn) = (fence, cell.LineOf(i));
            else if (open.Length > 0 && fence.StartsWith(open, StringComparison.Ordinal))
                open = "";
            yield return open.Length > 0 ? openedOn : null;
        }
    }

    private static string FenceOf(string line)
    {
        var text = line.TrimStart(' ');
        var mark = text.StartsWith("~~~", StringComparison.Ordinal) ? '~' : '`';
        var length = text.Length - text.TrimStart(mark).Length;
        return length >= 3 && line.Length - text.Length <= 3 ? new string(mark, length) : "";
    }
}
