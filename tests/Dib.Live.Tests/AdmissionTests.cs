using System.Net;
using System.Net.Sockets;
using Dib.Live.Security;

namespace Dib.Live.Tests;

/// <summary>Who is let in, and what the others are told.</summary>
public sealed class AdmissionTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const string WhatToDo = "; open the address that the command serve has printed.\n";

    private static readonly string Other = new('0', 64);

    [Fact]
    public void The_address_has_a_token_of_256_random_bits()
    {
        site.Printed.Query.ShouldMatch("^\\?token=[0-9a-f]{64}$");
        new Keys().Token.ShouldNotBe(new Keys().Token);
        new Keys().Token.ShouldNotBe(new Keys().Cookie);
    }

    [Fact]
    public async Task The_token_brings_a_cookie_and_the_address_without_the_token()
    {
        using var answer = await site.AskAsync("/notebooks/x" + site.Printed.Query, cookie: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(site.Root + "notebooks/x");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldMatch("^async-by-example-[0-9]+=[0-9a-f]{64}; path=/; samesite=strict; httponly$");
        cookie.ShouldNotContain(site.Printed.Query[^64..]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    // A browser that follows a redirect from another site's link leaves a strict cookie out.
    [Fact]
    public async Task The_address_works_as_a_link_on_another_sites_page_too()
    {
        using var answer = await site.AskAsync(
            site.Printed.PathAndQuery,
            cookie: null,
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "document")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeTrue();
        (await TextAsync(answer)).ShouldBe($"<meta http-equiv=\"refresh\" content=\"0; url={site.Root}\">\n");
    }

    [Fact]
    public async Task Who_has_the_cookie_is_let_in()
    {
        using var answer = await site.AskAsync("/");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(answer)).ShouldContain("A title");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/notebooks/x")]
    [InlineData("/frames/x/c2/0")]
    [InlineData("/downloads/x.html")]
    [InlineData("/downloads/x/00000000000000000000000000000001.html")]
    [InlineData("/page.css")]
    [InlineData("/look.js")]
    [InlineData("/live/page.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_blazor")]
    [InlineData("/no-such-page")]
    [InlineData("//")]
    public async Task Without_token_and_cookie_there_is_nothing_to_see(string path)
    {
        using var answer = await site.AskAsync(path, cookie: null);

        await IsRefusedAsync(answer, "This browser has not been let in yet");
    }

    [Fact]
    public async Task Another_cookie_does_not_help()
    {
        using var answer = await site.AskAsync("/", cookie: site.Cookie.Split('=')[0] + "=" + Other);

        await IsRefusedAsync(answer, "This browser has not been let in yet");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Another_token_is_refused_even_with_the_cookie(string token)
    {
        using var answer = await site.AskAsync("/?token=" + token);

        await IsRefusedAsync(answer, "This is not the token of the host that runs now");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("127.0.0.2:PORT")]
    [InlineData("0.0.0.0:PORT")]
    [InlineData("127.0.0.1:1")]
    public async Task Under_another_name_there_is_nothing_to_see(string host)
    {
        var name = host.Replace("PORT", $"{site.Root.Port}", StringComparison.Ordinal);
        using var answer = await site.AskAsync(site.Printed.PathAndQuery, site.Cookie, ("Host", name));

        await IsRefusedAsync(
            answer,
            $"This page is found at 127.0.0.1:{site.Root.Port} and localhost:{site.Root.Port} only"
        );
        answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldBe("default-src 'none'; frame-ancestors 'none'");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Localhost_is_as_good_a_name_as_the_address()
    {
        using var answer = await site.AskAsync("/", ("Host", $"localhost:{site.Root.Port}"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://127.0.0.1:PORT")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Another_sites_page_is_refused_though_the_browser_has_the_cookie(string origin)
    {
        var from = origin.Replace("PORT", $"{site.Root.Port}", StringComparison.Ordinal);
        using var read = await site.AskAsync("/", ("Origin", from));
        using var negotiated = await site.AskAsync(
            HttpMethod.Post,
            "/_blazor/negotiate",
            site.Cookie,
            ("Origin", from)
        );

        await IsRefusedAsync(read, "This request comes from another site's page, or does not say where from");
        await IsRefusedAsync(negotiated, "This request comes from another site's page, or does not say where from");
        (await site.ConnectAsync(site.Cookie, from)).ShouldBe(403);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image")]
    [InlineData("same-site", "no-cors", "script")]
    [InlineData("same-site", "navigate", "iframe")]
    [InlineData("cross-site", "cors", "empty")]
    public async Task What_another_page_would_load_is_refused(string site_, string mode, string destination)
    {
        using var answer = await site.AskAsync(
            "/downloads/x.html",
            ("Sec-Fetch-Site", site_),
            ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Dest", destination)
        );

        await IsRefusedAsync(answer, "This request comes from another site's page, or does not say where from");
    }

    [Fact]
    public async Task A_request_that_changes_something_says_where_it_is_from()
    {
        using var without = await site.AskAsync(HttpMethod.Post, "/_blazor/negotiate", site.Cookie);
        using var with = await site.AskAsync(
            HttpMethod.Post,
            "/_blazor/negotiate?negotiateVersion=1",
            site.Cookie,
            ("Origin", Origin)
        );

        await IsRefusedAsync(without, "This request comes from another site's page, or does not say where from");
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_WebSocket_needs_the_cookie_and_our_origin()
    {
        (await site.ConnectAsync(site.Cookie, Origin)).ShouldBe(101);
        (await site.ConnectAsync(site.Cookie, origin: null)).ShouldBe(403);
        (await site.ConnectAsync(cookie: null, Origin)).ShouldBe(403);
        (await site.ConnectAsync(site.Cookie, $"http://localhost:{site.Root.Port}")).ShouldBe(403);
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    public async Task It_listens_at_this_one_address_and_at_no_other(string address)
    {
        using var client = new TcpClient(AddressFamily.InterNetworkV6) { Client = { DualMode = true } };

        await Should.ThrowAsync<SocketException>(async () =>
            await client.ConnectAsync(IPAddress.Parse(address), site.Root.Port, TestContext.Current.CancellationToken)
        );
        site.Root.Host.ShouldBe("127.0.0.1");
    }

    private string Origin => site.Root.GetLeftPart(UriPartial.Authority);

    private static async Task IsRefusedAsync(HttpResponseMessage answer, string sentence)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await TextAsync(answer)).ShouldBe(sentence + WhatToDo);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
