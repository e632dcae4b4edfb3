using System.Globalization;

namespace Dib.Live.Sessions;

/// <summary>What a notebook tells its readers about its kernel.</summary>
internal static class Messages
{
    internal const string StoppedByForce = "stopped: the cell did not listen for two seconds, so its kernel was ended";

    internal static string Died(string how, int lost) =>
        $"The kernel {how}. {Lost(lost)} The next run starts a new kernel.";

    internal static string Stopped(int dropped) =>
        $"Stopped. The variables of the cells run so far are kept{Behind(dropped)}.";

    internal static string Dropped(int dropped) => $"Stopped before the cell began{Behind(dropped)}.";

    internal static string StoppedHard(int lost) =>
        $"The cell did not stop within two seconds, so its kernel was ended. {Lost(lost)} The next run starts a new kernel.";

    internal static string Restarted(int lost) => $"The kernel was restarted. {Lost(lost)}";

    internal static string Rested(int most, int lost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The kernel was ended because {most} others are open and this one had rested longest. {Lost(lost)} The next run starts a new kernel."
        );

    internal static string AllBusy(int most) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"there are {most} kernels, and all of them run cells; stop one of them, then run this cell again"
        );

    private static string Lost(int cells) =>
        cells switch
        {
            0 => "No variables are lost; the knobs and all other text are kept.",
            1 => "The variables of the 1 cell run so far are lost; the knobs and all other text are kept.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"The variables of the {cells} cells run so far are lost; the knobs and all other text are kept."
            ),
        };

    private static string Behind(int dropped) =>
        dropped switch
        {
            0 => "",
            1 => "; 1 cell that waited was not run",
            _ => string.Create(CultureInfo.InvariantCulture, $"; {dropped} cells that waited were not run"),
        };
}
