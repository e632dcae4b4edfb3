using System.Text;
using Dib.Running.Kernels;

namespace Dib.Running.Tests.Kernels;

public class ByteLinesTests
{
    [Fact]
    public async Task Lines_come_one_by_one_and_the_last_needs_no_end() =>
        (await ReadAsync("one\n\ntwo\nthree")).ShouldBe(["one", "", "two", "three"]);

    [Fact]
    public async Task A_stream_without_a_byte_has_no_line() => (await ReadAsync("")).ShouldBeEmpty();

    [Fact]
    public async Task A_line_may_be_longer_than_any_before_it_and_short_ones_follow()
    {
        string[] lines = [new('a', 10), new('b', 1_000_000), new('c', 100_000), "d", new('e', 3_000_000), ""];

        (await ReadAsync(string.Join('\n', lines) + "\n")).ShouldBe(lines);
    }

    private static async Task<List<string>> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var lines = new ByteLines(stream);
        var read = new List<string>();
        while (await lines.ReadAsync(TestContext.Current.CancellationToken) is { } line)
            read.Add(Encoding.UTF8.GetString(line.Span));
        return read;
    }
}
