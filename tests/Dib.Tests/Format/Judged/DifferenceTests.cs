using System.Text;

namespace Dib.Tests.Format.Judged;

/// <summary>Shows each difference between our parser and Documents, so that none is listed that has gone.</summary>
public class DifferenceTests
{
    [Fact]
    public void Documents_takes_the_last_line_of_a_file_that_ends_within_its_header_for_code_as_well()
    {
        var file = Bytes("#!html\n<p>\n#!meta\n{}");

        Difference.Of(file).ShouldBe(Difference.HeaderReadTwice);
        Judge.CellsOf(file).ShouldBe([new("html", "<p>\n{}")]);
        SeenCell.In(file).ShouldBe([new("html", "<p>")]);
    }

    [Theory]
    [InlineData("\u200B#!meta\n{}\n")]
    [InlineData("\uFEFF\uFEFF#!meta\n{}\n")]
    [InlineData("#\u00AD!meta\n{}\n")]
    public void Documents_overlooks_characters_without_a_width_before_a_header(string header)
    {
        Assert.SkipUnless(
            header.TrimStart('\uFEFF').StartsWith("#!", StringComparison.CurrentCulture),
            "No culture is known here, so Documents compares as we do."
        );
        var file = Bytes(header + "#!csharp\nx");

        Difference.Of(file).ShouldBe(Difference.CultureSeesMore);
        Judge.CellsOf(file).ShouldBe([new("csharp", "x")]);
        SeenCell
            .In(file)
            .ShouldBe([
                new("csharp", header.TrimEnd('\n').Replace("\uFEFF\uFEFF", "\uFEFF", StringComparison.Ordinal)),
                new("csharp", "x"),
            ]);
    }

    [Fact]
    public void Documents_reads_past_a_zero_byte()
    {
        var file = Bytes("#!html\nx\0");

        Difference.Of(file).ShouldBe(Difference.ZeroByte);
        Judge.CellsOf(file).ShouldBe([new("html", "x\0")]);
        SeenCell.In(file).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "csharp")]
    [InlineData("#!csharp\n\n#!html\n", "html")]
    public void Documents_gives_a_file_without_a_text_a_cell_to_type_in(string file, string kernelName)
    {
        Judge.CellsOf(Bytes(file)).ShouldBe([Difference.CellToTypeIn(kernelName)]);
        SeenCell.In(Bytes(file)).ShouldBe([]);
    }

    private static byte[] Bytes(string file) => Encoding.UTF8.GetBytes(file);
}
