using System.Text.Json;

namespace Dib.Protocol;

/// <summary>Reads and writes the lines that a client and a kernel exchange: one JSON object each.</summary>
/// <remarks>
/// Reading never throws. A line that is no message gives null; a message of a type, or with a body, that this
/// library does not know is kept as <see cref="UnknownEvent"/> or <see cref="UnknownCommand"/>.
/// </remarks>
public static class KernelMessage
{
    /// <summary>Reads an event; null when the line is none.</summary>
    public static EventEnvelope? ReadEvent(string line) => Parse(line) is { } json ? ReadEvent(json) : null;

    /// <summary>Reads a command; null when the line is none.</summary>
    public static CommandEnvelope? ReadCommand(string line) => Parse(line) is { } json ? ReadCommand(json) : null;

    /// <summary>Reads an event from a line's UTF-8; null when the line is none.</summary>
    public static EventEnvelope? ReadEvent(ReadOnlySpan<byte> line) => Parse(line) is { } json ? ReadEvent(json) : null;

    /// <summary>Reads a command from a line's UTF-8; null when the line is none.</summary>
    public static CommandEnvelope? ReadCommand(ReadOnlySpan<byte> line) =>
        Parse(line) is { } json ? ReadCommand(json) : null;

    /// <summary>Writes an event as one line, without its line end.</summary>
    public static string Write(EventEnvelope envelope) =>
        MessageWriter.ToLine(json => MessageWriter.Write(json, envelope));

    /// <summary>Writes a command as one line, without its line end.</summary>
    public static string Write(CommandEnvelope envelope) =>
        MessageWriter.ToLine(json => MessageWriter.Write(json, envelope));

    private static EventEnvelope? ReadEvent(JsonElement json) =>
        Text(json, "eventType") is { } name && json.TryGetProperty("event", out var body)
            ? new EventEnvelope(
                MessageTypes.ReadEvent(name, body),
                json.TryGetProperty("command", out var command) ? ReadCommand(command) : null
            )
            {
                RoutingSlip = ReadSlip(json),
            }
            : null;

    private static CommandEnvelope? ReadCommand(JsonElement json) =>
        Text(json, "commandType") is { } name && json.TryGetProperty("command", out var body)
            ? new CommandEnvelope(Text(json, "token") ?? "", MessageTypes.ReadCommand(name, body))
            {
                RoutingSlip = ReadSlip(json),
            }
            : null;

    private static JsonElement? Parse(ReadOnlySpan<char> line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string[] ReadSlip(JsonElement json) =>
        json.TryGetProperty("routingSlip", out var slip) && slip.ValueKind == JsonValueKind.Array
            ? [.. slip.EnumerateArray().Select(stop => stop.ToString())]
            : [];
}
