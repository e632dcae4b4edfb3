using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dib.Host.Running;

namespace Dib.Host.Live.Web.Frames;

/// <summary>
/// Where the frames of outputs are found. A frame's address changes when another output takes its place; one that is
/// updated keeps it, because to load a frame anew is slow and flickers, and says where its newest content is.
/// </summary>
internal sealed class FrameAddresses(PageScripts scripts)
{
    private readonly ConditionalWeakTable<CellOutput, string> _versions = [];

    internal string Of(NotebookView view, string cell, LiveOutput output)
    {
        var drawnWith = string.Join(' ', scripts.AddressesOf(view)).GetHashCode(StringComparison.Ordinal);
        return $"{PathOf(view, cell, output)}?v={Version(output.First)}{drawnWith:x8}";
    }

    /// <summary>What is to be shown in the frame now; null where that is what it was loaded with.</summary>
    internal string? OfNewest(NotebookView view, string cell, LiveOutput output) =>
        ReferenceEquals(output.First, output.Content)
            ? null
            : $"{PathOf(view, cell, output)}/newest?v={Version(output.Content)}";

    private static string PathOf(NotebookView view, string cell, LiveOutput output) =>
        string.Create(CultureInfo.InvariantCulture, $"/frames/{Uri.EscapeDataString(view.Name)}/{cell}/{output.Key}");

    private string Version(CellOutput output) => _versions.GetValue(output, Hash);

    private static string Hash(CellOutput output) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output.Text)).AsSpan(0, 8));
}
