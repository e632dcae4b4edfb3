using System.Text.Json;
using Dib.Protocol;

namespace Dib.Tests.Protocol;

public class LongTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new LongTextConverter() } };

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(16 * 1024 - 1)]
    [InlineData(16 * 1024)]
    [InlineData(100_001)]
    public void A_text_of_any_length_comes_back_as_it_was_also_where_a_character_lies_across_two_pieces(int length)
    {
        var text = new string('"', length) + string.Concat(Enumerable.Repeat("\U0001F600\n", 10_000));

        JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, Options), Options).ShouldBe(text);
    }

    [Fact]
    public void A_writer_to_a_stream_never_holds_more_than_a_piece_of_it()
    {
        var longest = 0;
        using (var stream = new WatchedStream(count => longest = Math.Max(longest, count)))
        using (var writer = new Utf8JsonWriter(stream))
            JsonSerializer.Serialize(writer, new string('"', 1_000_000), Options);

        longest.ShouldBeInRange(1, "\"".Length + 16 * 1024 * "\\u0022".Length);
    }

    private sealed class WatchedStream(Action<int> written) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            written(count);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            written(buffer.Length);
            base.Write(buffer);
        }
    }
}
