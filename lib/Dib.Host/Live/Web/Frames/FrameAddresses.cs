using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dib.Host.Running;

namespace Dib.Host.Live.Web.Frames;

/// <summary>Where the frames of outputs are found; an address changes when what is in the frame does, and only then.</summary>
internal sealed class FrameAddresses(PageScripts scripts)
{
    private readonly ConditionalWeakTable<CellOutput, string> _versions = [];

    internal string Of(NotebookView view, string cell, LiveOutput output)
    {
        var drawnWith = string.Join(' ', scripts.AddressesOf(view)).GetHashCode(StringComparison.Ordinal);
        var version = _versions.GetValue(output.Content, Hash);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/frames/{Uri.EscapeDataString(view.Name)}/{cell}/{output.Key}?v={version}{drawnWith:x8}"
        );
    }

    private static string Hash(CellOutput output) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output.Text)).AsSpan(0, 8));
}
