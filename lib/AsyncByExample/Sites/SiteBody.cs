using System.Text;

namespace AsyncByExample;

/// <summary>What a site sends: a page that names it, filled up to its size.</summary>
internal static class SiteBody
{
    public const string ContentType = "text/html; charset=utf-8";

    public static byte[] Of(Site site)
    {
        var page = new byte[site.BodyBytes];
        Array.Fill(page, (byte)' ');
        var text = Encoding.UTF8.GetBytes($"<!doctype html><title>{site.Name}</title>\n");
        text.AsSpan(0, Math.Min(text.Length, page.Length)).CopyTo(page);
        return page;
    }
}
