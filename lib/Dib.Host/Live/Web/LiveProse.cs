using Dib.Host.Pages;

namespace Dib.Host.Live.Web;

/// <summary>The notebooks' prose, with links that stay within the live page.</summary>
internal sealed class LiveProse(string folder)
{
    internal Prose Prose { get; } =
        new(
            new ProseLinks(folder, name => File.Exists(Path.Combine(folder, name + ".dib")))
            {
                AddressOf = Addresses.OfNotebook,
                IndexAddress = Addresses.Contents,
            }
        );
}
