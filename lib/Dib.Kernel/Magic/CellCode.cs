using Dib.Kernel.Session;

namespace Dib.Kernel.Magic;

/// <summary>A cell, cut at its magic commands.</summary>
internal sealed record CellCode(string Kernel, IReadOnlyList<CellPart> Parts)
{
    /// <summary>The cell as code, when there is no magic command in it.</summary>
    internal CellPart.Code? Whole => Parts is [CellPart.Code code] ? code : null;

    internal CellPart.Refusal? Refusal => Parts.OfType<CellPart.Refusal>().FirstOrDefault();

    /// <summary>The cell's C# where it stands in the cell, with empty lines in place of everything else.</summary>
    internal string CSharp =>
        Parts
            .OfType<CellPart.Code>()
            .Where(part => part.Kernel is KernelNames.CSharp)
            .Aggregate(
                "",
                (text, part) => text + new string('\n', part.Line - text.Count(each => each == '\n')) + part.Text
            );

    internal static CellCode Parse(string text, string kernelName) =>
        KernelNames.Find(kernelName) is { } kernel
            ? new CellCode(kernel, Cut(text, kernel))
            : new CellCode(KernelNames.CSharp, [MagicCommand.RefuseKernel(kernelName, 0)]);

    private static List<CellPart> Cut(string text, string kernel)
    {
        var parts = new List<CellPart>();
        var lines = text.Split('\n');
        var start = 0;
        for (var number = 0; number < lines.Length; number++)
        {
            if (MagicCommand.Parse(lines[number], number, kernel) is not { } magic)
                continue;
            AddCode(parts, lines, start, number, kernel);
            parts.Add(magic);
            kernel = (magic as CellPart.Selector)?.Kernel ?? kernel;
            start = number + 1;
        }
        AddCode(parts, lines, start, lines.Length, kernel);
        return parts;
    }

    private static void AddCode(List<CellPart> parts, string[] lines, int start, int end, string kernel)
    {
        var code = string.Join('\n', lines[start..end]);
        var isWholeCell = end - start == lines.Length;
        if (isWholeCell || !string.IsNullOrWhiteSpace(code))
            parts.Add(new CellPart.Code(start, kernel, code));
    }
}
