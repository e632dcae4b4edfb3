using System.Net;
using System.Text;

namespace AsyncByExample.Sites;

/// <summary>What a site sends back, on the server and simulated alike.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">A page that names the site or what is wrong, filled up to its size.</param>
/// <param name="Location">Where the page is now, if it moved.</param>
internal sealed record SiteAnswer(HttpStatusCode Status, byte[] Body, string? Location = null)
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>In how many pieces a slow body comes: one after each latency.</summary>
    public const int Pieces = 10;

    private const string MovedTo = "/moved";

    /// <summary>What a site answers, if it answers at all.</summary>
    /// <param name="site">Who is asked.</param>
    /// <param name="path">The path of the URL.</param>
    /// <param name="isFirst">Whether nobody has asked it before.</param>
    public static SiteAnswer To(Site site, string path, bool isFirst) =>
        site.Fault switch
        {
            SiteFault.NotFound => new SiteAnswer(HttpStatusCode.NotFound, Page(site, "404 Not Found")),
            SiteFault.ServerError => new SiteAnswer(
                HttpStatusCode.InternalServerError,
                Page(site, "500 Internal Server Error")
            ),
            SiteFault.BusyAtFirst when isFirst => new SiteAnswer(
                HttpStatusCode.ServiceUnavailable,
                Page(site, "503 Service Unavailable")
            ),
            SiteFault.Moved when path != MovedTo => new SiteAnswer(
                HttpStatusCode.MovedPermanently,
                [],
                new Uri(new Uri(site.Url), MovedTo).AbsoluteUri
            ),
            _ => new SiteAnswer(HttpStatusCode.OK, Page(site, site.Name)),
        };

    /// <summary>The part of the body that a slow site sends at once, of which there are <see cref="Pieces"/>.</summary>
    public ReadOnlyMemory<byte> Piece(int index) => Body.AsMemory()[Start(index)..Start(index + 1)];

    private int Start(int piece) => (int)((long)Body.Length * piece / Pieces);

    private static byte[] Page(Site site, string title)
    {
        var page = new byte[site.BodyBytes];
        Array.Fill(page, (byte)' ');
        var text = Encoding.UTF8.GetBytes($"<!doctype html><title>{title}</title>\n");
        text.AsSpan(0, Math.Min(text.Length, page.Length)).CopyTo(page);
        return page;
    }
}
