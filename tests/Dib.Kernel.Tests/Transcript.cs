using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dib.Kernel.Tests;

/// <summary>What was said to the real kernel, and what it answered.</summary>
public sealed partial class Transcript(string name)
{
    private readonly List<JsonObject> _lines =
    [
        .. File.ReadLines(Path.Combine(Folder(), name + ".jsonl")).Select(line => JsonNode.Parse(line)!.AsObject()),
    ];

    /// <summary>The events of the real kernel, comparable with ours.</summary>
    public IReadOnlyList<string> Events =>
        [
            .. _lines
                .Where(line => IsEvent(line) && !IsAboutHelpers(line))
                .Select(line => Comparable(line["event"]!.ToJsonString())),
        ];

    /// <summary>Says the same to our kernel at the same points of the conversation; gives its events.</summary>
    public async Task<IReadOnlyList<string>> ReplayAsync(KernelProcess kernel)
    {
        var heard = new List<string>();
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var turn in Turns())
        {
            var commands = turn.Where(line => !IsEvent(line)).Select(line => line["command"]!).ToList();
            open.UnionWith(commands.Select(command => command["token"]!.GetValue<string>()));
            await kernel.SendLinesAsync(commands.Select(command => command.ToJsonString()));
            await ListenAsync(kernel, turn, heard, open);
        }
        return heard;
    }

    // In the last turn our kernel may say more or less than the real one, but it has to end every command.
    private async Task ListenAsync(
        KernelProcess kernel,
        List<JsonObject> turn,
        List<string> heard,
        HashSet<string> open
    )
    {
        var isLast = turn[^1] == _lines[^1];
        for (
            var count = turn.Count(line => IsEvent(line) && !IsAboutHelpers(line));
            isLast ? open.Count > 0 : count > 0;
            count--
        )
        {
            var line = await kernel.NextLineAsync() ?? throw new EndOfStreamException("The kernel ended.");
            heard.Add(Comparable(line));
            if (KernelMessage.ReadEvent(line) is { Event: CommandSucceeded or CommandFailed, Command.Token: var token })
                open.Remove(token);
        }
    }

    // A turn is what the client says at once, and what the kernel answers before the client speaks again.
    private IEnumerable<List<JsonObject>> Turns()
    {
        var turn = new List<JsonObject>();
        foreach (var line in _lines)
        {
            if (!IsEvent(line) && turn.Exists(IsEvent))
            {
                yield return turn;
                turn = [];
            }
            turn.Add(line);
        }
        yield return turn;
    }

    // What the real kernel runs in front of the first cell, ours has run by the time it takes commands.
    private static bool IsAboutHelpers(JsonObject line) =>
        line["event"]!
            ["command"]
            ?["command"]?["code"]?.GetValue<string>()
            .Contains("using static", StringComparison.Ordinal)
            is true;

    private static bool IsEvent(JsonObject line) => line.ContainsKey("event");

    /// <summary>
    /// What a client reads of an event, without what differs from run to run and without what only our kernel says: a
    /// failure's line. Cells are counted from the warm-up on in our kernel.
    /// </summary>
    public static string Comparable(string line)
    {
        var told = JsonNode.Parse(line)!;
        told["event"]!.AsObject().Remove("linePosition");
        var message = new JsonObject
        {
            ["eventType"] = told["eventType"]!.DeepClone(),
            ["event"] = told["event"]!.DeepClone(),
            ["token"] = (told["command"]?["token"]?.GetValue<string>() ?? "").Split('.')[0],
        };
        var text = Sorted(message)!.ToJsonString();
        // The formatters were built on Windows here, and on Linux for the transcript.
        text = text.Replace("\\r\\n", "\\n", StringComparison.Ordinal);
        text = Guids().Replace(ProcessId().Replace(text, "kernel://pid-1234"), "guid");
        return Submissions().Replace(text, "Submission#n");
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject json => new JsonObject(
                json.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))
            ),
            JsonArray json => new JsonArray([.. json.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Transcripts");

    [GeneratedRegex("kernel://pid-[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProcessId();

    [GeneratedRegex("Submission#[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Submissions();

    [GeneratedRegex(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Guids();
}
