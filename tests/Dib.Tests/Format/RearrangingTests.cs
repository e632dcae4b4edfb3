using System.Text;
using CsCheck;
using Dib.Format;

namespace Dib.Tests.Format;

public class RearrangingTests
{
    private const string Notebook = "#!meta\n\n{}\n\n#!markdown\n\n# A\n\n\n#!cs\nvar b = 1;\n\n#!csharp\n\nb\n";

    [Fact]
    public void The_same_cells_are_the_same_bytes() =>
        Files.OfAnyKind.Sample(file =>
            TryParse(file) is not { } document || document.WithCells(Same(document)).Bytes.Span.SequenceEqual(file)
        );

    [Fact]
    public void An_edited_cell_leaves_all_other_bytes_alone() =>
        Rearranged(cells => cells[1] = cells[1] with { Text = "var c = 2;\nc" })
            .ShouldBe(Notebook.Replace("var b = 1;", "var c = 2;\nc", StringComparison.Ordinal));

    [Fact]
    public void A_cell_of_another_kind_gets_another_separator_and_nothing_else() =>
        Rearranged(cells => cells[1] = cells[1] with { KernelName = "html" })
            .ShouldBe(Notebook.Replace("#!cs\n", "#!html\n", StringComparison.Ordinal));

    [Fact]
    public void A_text_around_a_header_is_edited_without_a_byte_of_the_header()
    {
        var document = DibDocument.Parse("#!html\na\n#!meta\n{}\n#!time\nb\n\n#!csharp\nx\n");
        DibCellEdit[] wanted = [new("html", "c", 0), new("csharp", "x", 1)];

        document.WithCells(wanted).ToString().ShouldBe("#!html\nc\n#!meta\n{}\n\n\n#!csharp\nx\n");
    }

    [Fact]
    public void A_header_whose_cell_is_deleted_moves_to_the_top() =>
        DibDocument
            .Parse("#!html\na\n#!meta\n{}\n#!time\nb\n\n#!csharp\nx\n")
            .WithCells([new("csharp", "x", 1)])
            .ToString()
            .ShouldBe("#!meta\n\n{}\n\n#!csharp\n\nx\n");

    [Fact]
    public void A_new_cell_is_written_as_an_editor_writes_it() =>
        Rearranged(cells => cells.Insert(2, new DibCellEdit("csharp", "new")))
            .ShouldBe(Notebook.Replace("b = 1;\n\n", "b = 1;\n\n#!csharp\n\nnew\n\n", StringComparison.Ordinal));

    [Fact]
    public void A_new_last_cell_ends_the_file_with_one_line_end() =>
        Rearranged(cells => cells.Add(new DibCellEdit("csharp", "new"))).ShouldBe(Notebook + "\n#!csharp\n\nnew\n");

    [Fact]
    public void A_deleted_cell_takes_what_follows_it_up_to_the_next() =>
        Rearranged(cells => cells.RemoveAt(1))
            .ShouldBe(Notebook.Replace("#!cs\nvar b = 1;\n\n", "", StringComparison.Ordinal));

    [Fact]
    public void Moved_cells_keep_their_bytes_and_a_blank_line_between_them() =>
        Rearranged(cells => cells.Reverse())
            .ShouldBe("#!meta\n\n{}\n\n#!csharp\n\nb\n\n#!cs\nvar b = 1;\n\n#!markdown\n\n# A\n");

    [Fact]
    public void A_file_with_the_line_ends_of_Windows_keeps_them()
    {
        var document = DibDocument.Parse(Notebook.Replace("\n", "\r\n", StringComparison.Ordinal));

        var text = document.WithCells([.. Same(document), new DibCellEdit("csharp", "x\ny")]).ToString();

        text.ShouldBe((Notebook + "\n#!csharp\n\nx\ny\n").Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_cell_is_not_written() =>
        Rearranged(cells => cells.Add(new DibCellEdit("csharp", "\n\n"))).ShouldBe(Notebook);

    [Fact]
    public void A_text_that_would_start_another_cell_is_refused_with_a_sentence() =>
        Should
            .Throw<DibFormatException>(() => Rearranged(cells => cells.Add(new DibCellEdit("csharp", "x\n#!html\ny"))))
            .Reason.ShouldBe("cell 4 has a line that would start another cell; put a space before that line's #!");

    [Fact]
    public void Whatever_is_edited_is_read_again_and_cells_not_edited_keep_their_bytes() =>
        Gen.Select(Notebooks, Gen.Int[0, 1000], Gen.Int[0, 4], Gen.OneOf("x", "ž\ny", " #!csharp", "a # b", "\u2028"))
            .Sample(
                (file, at, what, text) =>
                {
                    var document = DibDocument.Parse(file);
                    var cells = Same(document);
                    Edit(cells, cells.Count == 0 ? 0 : at % cells.Count, what, text);

                    var edited = document.WithCells(cells);

                    var untouched = cells.Where(cell =>
                        cell.Index is { } index && document.Cells[index].Text == cell.Text
                    );
                    return edited
                            .Cells.Select(cell => (cell.KernelName, cell.Text))
                            .SequenceEqual(cells.Select(cell => (cell.KernelName, cell.Text)))
                        && untouched.All(cell => KeepsLines(edited, document.Cells[cell.Index!.Value]));
                }
            );

    // With and without a header and a byte order mark, aliases, any number of blank lines, and either kind of line end.
    private static Gen<string> Notebooks =>
        Gen.Select(
            Gen.OneOf("", "\uFEFF"),
            Gen.OneOf("", "leading\n", "#!meta\n\n{}\n\n", "leading\n#!meta\n\n{}\n\n#!time\n"),
            Gen.Select(
                Gen.OneOf("#!csharp", "#!c#", "#!md", "#!html"),
                Gen.OneOf("\n", "\n\n"),
                Gen.OneOf("var x = 1;", "žluť\n\n  😀", "#!time\n1", "", "```\n #!csharp"),
                Gen.OneOf("\n", "\n\n", "\n\n\n")
            ).Array,
            Gen.OneOf("\n", "\r\n"),
            (mark, header, cells, newLine) =>
                mark
                + (
                    header + string.Concat(cells.Select(cell => cell.Item1 + cell.Item2 + cell.Item3 + cell.Item4))
                ).Replace("\n", newLine, StringComparison.Ordinal)
        );

    private static void Edit(List<DibCellEdit> cells, int at, int what, string text)
    {
        if (cells.Count == 0 || what == 0)
            cells.Insert(at, new DibCellEdit("html", text));
        else if (what == 1)
            cells[at] = cells[at] with { Text = text };
        else if (what == 2)
            cells.RemoveAt(at);
        else if (what == 3)
            cells.Reverse();
        else
            cells[at] = cells[at] with { KernelName = "markdown" };
    }

    private static bool KeepsLines(DibDocument edited, DibCell cell) =>
        cell.Text.Split('\n').All(line => edited.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(line)) >= 0);

    private static string Rearranged(Action<List<DibCellEdit>> edit)
    {
        var document = DibDocument.Parse(Notebook);
        var cells = Same(document);
        edit(cells);
        return document.WithCells(cells).ToString();
    }

    private static List<DibCellEdit> Same(DibDocument document) =>
        [.. document.Cells.Select((cell, i) => new DibCellEdit(cell.KernelName, cell.Text, i))];

    private static DibDocument? TryParse(byte[] file)
    {
        try
        {
            return DibDocument.Parse(file);
        }
        catch (DibFormatException)
        {
            return null;
        }
    }
}
