using Markdig.Syntax.Inlines;

namespace Dib.Running.Pages;

/// <summary>Makes links between notebooks into links between pages, and takes into the page what must not be fetched.</summary>
/// <param name="folder">The notebook's folder, where its pictures are found.</param>
/// <param name="hasPage">Whether a notebook of that name has a page.</param>
internal sealed class ProseLinks(string folder, Func<string, bool> hasPage)
{
    /// <summary>Where a notebook's page is.</summary>
    internal Func<string, string> AddressOf { get; init; } = name => name + ".html";

    /// <summary>Where the page is that lists all others; null where there is none.</summary>
    internal string? IndexAddress { get; init; } = Site.IndexFile;

    /// <param name="link">The link to change.</param>
    /// <param name="page">The address of the page that it is on; empty for a page that is a file.</param>
    internal void Apply(LinkInline link, string page)
    {
        var target = link.Url ?? "";
        if (target.StartsWith('#'))
            link.Url = page + target;
        if (target.StartsWith('#') || target.Contains("://", StringComparison.Ordinal) && !link.IsImage)
            return;
        link.Url = link.IsImage ? Embedded(target) : PageOf(target);
        if (link.Url is null)
            ReplaceByItsText(link);
    }

    private string? PageOf(string target)
    {
        var (file, fragment) = target.IndexOf('#') is var at and >= 0 ? (target[..at], target[at..]) : (target, "");
        return Path.GetFileName(file) == "README.md" ? IndexAddress
            : Path.GetExtension(file) == ".dib" && hasPage(Path.GetFileNameWithoutExtension(file))
                ? AddressOf(Path.GetFileNameWithoutExtension(file)) + fragment
            : null;
    }

    private string? Embedded(string target)
    {
        var type = Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        var file = Path.Combine(folder, Uri.UnescapeDataString(target));
        return type is null || !File.Exists(file)
            ? null
            : $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}";
    }

    private static void ReplaceByItsText(LinkInline link)
    {
        var text = link.ToArray();
        foreach (var part in text)
        {
            part.Remove();
            link.InsertBefore(part);
        }
        link.Remove();
    }
}
