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
}
