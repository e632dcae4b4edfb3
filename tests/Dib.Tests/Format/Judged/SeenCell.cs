using Dib.Format;

namespace Dib.Tests.Format.Judged;

/// <summary>What a reader sees of a cell.</summary>
internal sealed record SeenCell(string KernelName, string Text)
{
    /// <summary>The cells that our parser sees; null when it refuses the file.</summary>
    internal static SeenCell[]? In(byte[] file)
    {
        try
        {
            return [.. DibDocument.Parse(file).Cells.Select(cell => new SeenCell(cell.KernelName, cell.Text))];
        }
        catch (DibFormatException)
        {
            return null;
        }
    }
}
