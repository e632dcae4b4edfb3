using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dib.Protocol;

/// <summary>
/// Writes long texts piece by piece. As a whole, each would be escaped in a buffer of twelve times its size, and the
/// process keeps such buffers: 67 MB for the script that draws the charts, for every thread that has written it once.
/// </summary>
public sealed class LongTextConverter : JsonConverter<string>
{
    private const int Piece = 16 * 1024;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length <= Piece)
        {
            writer.WriteStringValue(value);
            return;
        }
        for (var start = 0; start < value.Length; start += Piece)
        {
            var piece = value.AsSpan(start, Math.Min(Piece, value.Length - start));
            writer.WriteStringValueSegment(piece, isFinalSegment: start + piece.Length == value.Length);
            // Where it writes to a stream, it keeps all until then.
            writer.Flush();
        }
    }
}
