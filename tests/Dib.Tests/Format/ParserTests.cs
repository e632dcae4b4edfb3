using Dib.Format;

namespace Dib.Tests.Format;

public class ParserTests
{
    [Fact]
    public void A_cell_starts_at_a_line_that_is_a_kernels_name() =>
        Cells("#!markdown\n\n# Title\n\n#!csharp\n\nvar x = 1;\nx\n")
            .ShouldBe(["markdown@3: # Title", "csharp@7: var x = 1;|x"]);

    [Theory]
    [InlineData("c#", "csharp")]
    [InlineData("cs", "csharp")]
    [InlineData("js", "javascript")]
    [InlineData("md", "markdown")]
    [InlineData("f#", "fsharp")]
    [InlineData("powershell", "pwsh")]
    public void An_alias_stands_for_its_kernel(string alias, string kernel) =>
        Cells($"#!{alias}\ntext").ShouldBe([$"{kernel}@2: text"]);

    [Theory]
    [InlineData("#!csharp ")]
    [InlineData(" #!csharp")]
    [InlineData("#!CSharp")]
    [InlineData("#!csharp --name x")]
    [InlineData("#!time")]
    [InlineData("// #!csharp")]
    public void A_line_that_only_looks_like_a_separator_stays_in_its_cell(string line) =>
        Cells($"#!html\nabove\n{line}\nbelow").ShouldBe([$"html@2: above|{line}|below"]);

    [Fact]
    public void Text_before_the_first_separator_is_csharp() =>
        Cells("var x = 1;\n#!markdown\ntext").ShouldBe(["csharp@1: var x = 1;", "markdown@3: text"]);

    [Fact]
    public void Blank_lines_around_a_text_are_trimmed_and_spaces_are_not_blank() =>
        Cells("#!csharp\n\n\n \nx\n\ny\n\n\n").ShouldBe(["csharp@4:  |x||y"]);

    [Fact]
    public void A_cell_without_a_text_is_dropped() =>
        Cells("#!csharp\n\n#!markdown\ntext\n#!html\n").ShouldBe(["markdown@4: text"]);

    [Fact]
    public void A_file_without_a_byte_has_no_cells() => Cells("").ShouldBeEmpty();

    [Fact]
    public void A_header_is_no_cell() => Cells("#!meta\n\n{}\n\n#!csharp\n\nx\n").ShouldBe(["csharp@7: x"]);

    [Fact]
    public void A_header_adds_kernels_and_changes_none_that_is_known() =>
        Cells(
                """
                #!meta
                {"kernelInfo":{"items":[{"name":"csharp","aliases":["x"]},{"name":"sql","aliases":["q"]}]}}
                #!csharp
                1
                #!x
                #!c#
                2
                #!q
                3
                """
            )
            .ShouldBe(["csharp@4: 1|#!x", "csharp@7: 2", "sql@9: 3"]);

    [Fact]
    public void A_header_in_the_midst_of_a_text_is_no_part_of_it() =>
        DibDocument
            .Parse("#!html\na\n\n#!meta\n{}\n#!time\nb\n")
            .Cells.Single()
            .ShouldSatisfyAllConditions(
                cell => cell.Text.ShouldBe("a\n\n#!time\nb"),
                cell => Enumerable.Range(0, 4).Select(cell.LineOf).ShouldBe([2, 3, 6, 7])
            );

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kernelInfo":null}""")]
    [InlineData("""{"kernelInfo":{"items":null}}""")]
    public void A_header_may_list_no_kernels(string json) =>
        Cells($"#!meta\n{json}\n#!sql\nx").ShouldBe(["csharp@3: #!sql|x"]);

    [Theory]
    [InlineData("[]", "kernelInfo in the header is an object with the kernels as items; this is none")]
    [InlineData("""{"items":{}}""", "items in the header is an array; this is an object")]
    [InlineData("""{"items":[{}]}""", "an item of the header has no name; give it one, or delete the item")]
    [InlineData("""{"items":[null]}""", "an item of the header has no name; give it one, or delete the item")]
    [InlineData(
        """{"items":[{"name":"#x"}]}""",
        "\"#x\" in the header is no name for a kernel; write a text that does not start with #"
    )]
    [InlineData(
        """{"items":[{"name":"x","aliases":[1]}]}""",
        "1 in the header is no name for a kernel; write a text that does not start with #"
    )]
    [InlineData(
        """{"items":[{"name":"x"},{"name":"y","aliases":["x"]}]}""",
        "the header lists \"x\" twice, among names and aliases; delete one of them"
    )]
    [InlineData(
        """{"items":[{"name":"x","aliases":["md"]}]}""",
        "the header gives \"md\" to x, and markdown has it already; delete it from the header"
    )]
    public void A_header_that_editors_refuse_is_one_sentence(string kernelInfo, string reason) =>
        Should
            .Throw<DibFormatException>(() => DibDocument.Parse($"\n#!meta\n{{\"kernelInfo\":{kernelInfo}}}\n", "a.dib"))
            .Message.ShouldBe($"a.dib, line 2: {reason}");

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_are_no_part_of_a_text() =>
        Cells("\uFEFF#!csharp\r\n\r\nx\r\ny\r\n").ShouldBe(["csharp@3: x|y"]);

    [Fact]
    public void An_edited_text_gets_the_line_ends_of_its_file() =>
        DibDocument
            .Parse("#!csharp\r\nx\r\n#!html\r\n<b>\r\n")
            .WithCells([new("csharp", "y\nz", 0), new("html", "<b>", 1)])
            .ToString()
            .ShouldBe("#!csharp\r\ny\r\nz\r\n#!html\r\n<b>\r\n");

    [Theory]
    [InlineData("{", 3)]
    [InlineData("{}\ntext", 4)]
    [InlineData("[1]", 3)]
    [InlineData("", 3)]
    [InlineData("""{"kernelInfo":{"items":[{"name":"\ud800"}]}}""", 3)]
    public void A_header_that_is_not_one_JSON_object_is_one_sentence(string json, int line) =>
        Should
            .Throw<DibFormatException>(() => DibDocument.Parse($"\n#!meta\n{json}\n#!csharp\nx", "a.dib"))
            .Message.ShouldBe(
                $"a.dib, line {line}: after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one"
            );

    [Fact]
    public void A_binary_file_is_one_sentence() =>
        Should
            .Throw<DibFormatException>(() => DibDocument.Parse("#!csharp\nx\0", "a.dib"))
            .Message.ShouldBe("a.dib, line 2: the file is not text (it has a zero byte); a notebook is UTF-8 text");

    [Fact]
    public void A_file_of_50_MB_is_one_sentence()
    {
        var file = Path.GetTempFileName();
        using (var stream = File.OpenWrite(file))
            stream.SetLength(50 * 1024 * 1024);
        Should
            .Throw<DibFormatException>(() => DibDocument.Load(file, "a.dib"))
            .Message.ShouldBe(
                "a.dib, line 1: a notebook has at most 10 MB, and this file has 50; look whether it is the right one"
            );
        File.Delete(file);
    }

    private static IEnumerable<string> Cells(string text) =>
        DibDocument.Parse(text).Cells.Select(cell => $"{cell.KernelName}@{cell.Line}: {cell.Text.Replace('\n', '|')}");
}
