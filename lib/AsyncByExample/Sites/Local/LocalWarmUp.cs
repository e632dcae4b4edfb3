namespace AsyncByExample;

/// <summary>
/// Asks each site a few times before the reader does: what the reader sees should be the sites' latencies, not the
/// just-in-time compiler and the first connection.
/// </summary>
internal static class LocalWarmUp
{
    private const int Rounds = 3;

    public static async Task RunAsync(HttpMessageHandler handler, IEnumerable<string> urls)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(urls.Select(url => client.GetStringAsync(url)));
            foreach (var url in urls)
                Block(client, url);
        }
    }

    private static void Block(HttpClient client, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = client.Send(request);
        response.Content.ReadAsStream().CopyTo(Stream.Null);
    }
}
