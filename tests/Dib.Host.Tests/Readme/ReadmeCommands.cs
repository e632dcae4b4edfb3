namespace Dib.Host.Tests.Readme;

/// <summary>The commands that README.md shows its readers.</summary>
internal static class ReadmeCommands
{
    /// <summary>Each line of its shell blocks, in order, without the comment behind it.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [
        .. File.ReadAllText(Repository.PathOf("README.md"))
            .ReplaceLineEndings("\n")
            .Split("```sh\n")
            .Skip(1)
            .SelectMany(block => block.Split("\n```")[0].Split('\n'))
            .Select(line => line.Split(" #")[0].Trim())
            .Where(line => line.Length > 0),
    ];

    /// <summary>A command's words, as a shell takes them apart.</summary>
    internal static string[] Words(string command) =>
        [
            .. command
                .Split('"')
                .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];
}
