using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dib.Live.History;

/// <summary>Puts a name into JSON in place of each long text, so that texts which many pages share are kept once.</summary>
/// <param name="keep">Keeps a text under a name.</param>
/// <param name="find">The text with a name.</param>
internal sealed class LongTexts(Func<string, string> keep, Func<string, string> find) : JsonConverter<string>
{
    private const int Long = 64 * 1024;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return reader.GetString();
        reader.Read();
        var text = find(reader.GetString() ?? "");
        reader.Read();
        return text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length < Long)
        {
            writer.WriteStringValue(value);
            return;
        }
        writer.WriteStartArray();
        writer.WriteStringValue(keep(value));
        writer.WriteEndArray();
    }
}
