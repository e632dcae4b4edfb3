namespace AsyncByExample.Labs.Load;

/// <summary>What a server needs to know of a request.</summary>
/// <param name="Path">The page, such as <c>/news</c>.</param>
/// <param name="Client">Who asks, as its header <c>User-Agent</c> says.</param>
public sealed record HttpRequest(string Path, string Client)
{
    /// <summary>Reads the lines of a request's head.</summary>
    /// <exception cref="InvalidDataException">It is not HTTP.</exception>
    internal static HttpRequest Parse(string head)
    {
        const string Agent = "User-Agent: ";
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not ["GET", var path, "HTTP/1.1"])
            throw new InvalidDataException($"this is no request that the server knows: {lines[0]}");
        var client = lines.FirstOrDefault(line => line.StartsWith(Agent, StringComparison.OrdinalIgnoreCase));
        return new HttpRequest(path, client?[Agent.Length..] ?? "a client");
    }
}
