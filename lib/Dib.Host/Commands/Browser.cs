using System.ComponentModel;
using System.Diagnostics;

namespace Dib.Host.Commands;

/// <summary>The reader's own browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address where there is a browser; the address is printed as well, so nothing is lost without.</summary>
    internal static void TryOpen(string address)
    {
        if (!HasDisplay)
            return;
        try
        {
            Process.Start(Command(address))?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException) { }
    }

    private static bool HasDisplay =>
        !OperatingSystem.IsLinux()
        || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };

    // What a browser prints is not for this terminal.
    private static ProcessStartInfo Command(string address) =>
        OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
        : OperatingSystem.IsMacOS() ? new ProcessStartInfo("open", [address])
        : new ProcessStartInfo("xdg-open", [address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
