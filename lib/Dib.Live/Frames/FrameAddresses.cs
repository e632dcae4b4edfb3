using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Dib.Live.Cells;
using Dib.Live.Sessions;
using Dib.Running.Execution;

namespace Dib.Live.Frames;

/// <summary>
/// Where the frames of outputs are found. A frame's address changes when another output takes its place; one that is
/// updated keeps it, because to load a frame anew is slow and flickers, and says where its newest content is.
/// </summary>
internal sealed class FrameAddresses(PageScripts scripts)
{
    internal const string Path = "/frames";

    private readonly ConditionalWeakTable<CellOutput, string> _versions = [];

    internal string Of(NotebookView view, string cell, OutputView output) =>
        $"{PathOf(view, cell, output)}?v={Version(output.First)}{VersionOfScripts(view)}";

    /// <summary>
    /// A frame that nobody sees: once it is loaded, those with pictures are there several times as fast, and a picture
    /// that grows can be watched from its beginning. Null while there are no scripts to load.
    /// </summary>
    internal string? Ahead(NotebookView view) =>
        scripts.AddressesOf(view).IsEmpty ? null : $"{PathOf(view)}?v={VersionOfScripts(view)}";

    /// <summary>What is to be shown in the frame now; null where that is what it was loaded with.</summary>
    internal string? OfNewest(NotebookView view, string cell, OutputView output) =>
        ReferenceEquals(output.First, output.Content)
            ? null
            : $"{PathOf(view, cell, output)}/newest?v={Version(output.Content)}";

    private static string PathOf(NotebookView view) => $"{Path}/{Uri.EscapeDataString(view.Name)}";

    private static string PathOf(NotebookView view, string cell, OutputView output) =>
        string.Create(CultureInfo.InvariantCulture, $"{PathOf(view)}/{cell}/{output.Key}");

    private string VersionOfScripts(NotebookView view) =>
        $"{string.Join(' ', scripts.AddressesOf(view)).GetHashCode(StringComparison.Ordinal):x8}";

    private string Version(CellOutput output) => _versions.GetValue(output, Hash);

    private static string Hash(CellOutput output) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(output.Text.AsSpan())).AsSpan(0, 8));
}
