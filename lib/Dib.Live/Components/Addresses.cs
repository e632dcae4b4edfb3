namespace Dib.Live.Components;

/// <summary>Where the pages are.</summary>
internal static class Addresses
{
    internal const string Contents = "/";

    internal static string OfNotebook(string name) => $"/notebooks/{Uri.EscapeDataString(name)}";

    internal static string OfCell(string name, int number) => $"{OfNotebook(name)}#cell-{number}";

    /// <summary>The notebook with its outputs as it was with a kept run.</summary>
    internal static string OfDownload(string name, string run) =>
        $"/downloads/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(run)}.html";

    /// <summary>The notebook with its outputs, as a file to keep.</summary>
    internal static string OfDownload(string name) => $"/downloads/{Uri.EscapeDataString(name)}.html";
}
