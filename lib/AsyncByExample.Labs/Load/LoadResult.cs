namespace AsyncByExample.Labs.Load;

/// <summary>What a server did under load.</summary>
/// <param name="Server">The server's name, as charts show it.</param>
/// <param name="Query">How long the database takes for each request.</param>
/// <param name="Rounds">One for each number of clients, in order.</param>
public sealed record LoadResult(string Server, TimeSpan Query, IReadOnlyList<LoadRound> Rounds);
