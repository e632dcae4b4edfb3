using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Dib.Protocol;

/// <summary>Writes envelopes in the order of properties that the real kernel uses.</summary>
internal static class MessageWriter
{
    internal static string ToLine(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = MessageTypes.Options.Encoder }))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter json, EventEnvelope envelope)
    {
        json.WriteStartObject();
        WriteBody(json, "event", envelope.Event, (envelope.Event as UnknownEvent)?.Body);
        json.WriteString("eventType", envelope.Event.EventType);
        json.WritePropertyName("command");
        if (envelope.Command is { } command)
            Write(json, command);
        else
            json.WriteNullValue();
        WriteSlip(json, envelope.RoutingSlip);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, CommandEnvelope envelope)
    {
        json.WriteStartObject();
        json.WriteString("token", envelope.Token);
        json.WriteString("commandType", envelope.Command.CommandType);
        WriteBody(json, "command", envelope.Command, (envelope.Command as UnknownCommand)?.Body);
        WriteSlip(json, envelope.RoutingSlip);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string name, object message, JsonElement? unknown)
    {
        json.WritePropertyName(name);
        if (unknown is { } body)
            body.WriteTo(json);
        else
            JsonSerializer.Serialize(json, message, message.GetType(), MessageTypes.Options);
    }

    private static void WriteSlip(Utf8JsonWriter json, IReadOnlyList<string> slip)
    {
        json.WriteStartArray("routingSlip");
        foreach (var stop in slip)
            json.WriteStringValue(stop);
        json.WriteEndArray();
    }
}
