using System.Globalization;

namespace Dib.Live.Sessions;

/// <summary>What a notebook tells its readers when its kernel has run so much that a restart would help.</summary>
internal static class KernelAge
{
    private const long Gigabyte = 1L << 30;

    // A kernel in use holds half a gigabyte, and cells fail when it needs half of the machine's memory.
    private const int MuchOfAll = 8;

    // The compiler looks for each name in all cells that have run: after 1,550 a cell takes 80 ms longer (bench/README.md).
    private const int ManyRuns = 1000;

    /// <summary>Says that a restart would help; null while it would not.</summary>
    /// <param name="held">Bytes that the kernel holds.</param>
    /// <param name="available">Bytes that this machine gives to programs.</param>
    /// <param name="runs">How many cells it has run, each as often as it ran.</param>
    internal static string? Notice(long held, long available, int runs) =>
        held >= Math.Max(Gigabyte, available / MuchOfAll)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The kernel holds {(double)held / Gigabyte:0.0} GB of memory after {(runs == 1 ? "1 cell run" : $"{runs} cell runs")}. Restart frees it; the variables are lost then."
            )
        : runs >= ManyRuns
            ? $"The kernel has run {runs} cells, and each makes those after it a little slower. Restart makes it quick again; the variables are lost then."
        : null;
}
