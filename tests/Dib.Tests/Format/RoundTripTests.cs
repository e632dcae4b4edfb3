using System.Text;
using CsCheck;
using Dib.Format;
using Dib.Tests.Format.Judged;

namespace Dib.Tests.Format;

public class RoundTripTests
{
    [Fact]
    public void Any_file_that_parses_is_written_as_it_was_read() =>
        Files.OfAnyKind.Sample(file => TryParse(file) is not { } document || document.Bytes.Span.SequenceEqual(file));

    [Fact]
    public void The_parser_throws_nothing_but_its_own_exception() =>
        Files.OfAnyKind.Sample(file =>
        {
            TryParse(file);
        });

    [Fact]
    public void The_linter_never_throws_and_always_names_a_line() =>
        Files.OfAnyKind.Sample(file => DibLinter.Check(file).All(finding => finding.Line >= 1));

    [Fact]
    public void Editing_a_cell_leaves_all_other_bytes_alone() =>
        Gen.Select(Files.OfCells, Files.OfCells, Gen.OneOf("", "x", "ž", " #!csharp", "a # b"))
            .Sample(
                (before, after, text) =>
                {
                    byte[] File(string cell) =>
                        [.. before, .. Encoding.UTF8.GetBytes($"\n#!html\n\n{cell}\n\n#!html\n"), .. after];

                    if (TryParse(File("to be edited")) is not { } document)
                        return true;
                    var index = document.Cells.ToList().FindIndex(cell => cell.Text == "to be edited");
                    return document.WithCell(index, text).Bytes.Span.SequenceEqual(File(text));
                }
            );

    [Fact]
    public void An_edited_cell_has_its_new_text_wherever_the_header_stands() =>
        Notebooks.Any.Sample(
            file =>
                TryParse(file) is not { } document
                || document
                    .Cells.Index()
                    .All(cell =>
                        document
                            .WithCell(cell.Index, "edited")
                            .Cells.Select(each => (each.KernelName, each.Text))
                            .SequenceEqual(
                                document
                                    .Cells.SetItem(cell.Index, cell.Item with { Text = "edited" })
                                    .Select(each => (each.KernelName, each.Text))
                            )
                    ),
            iter: 1_000,
            print: Encoding.UTF8.GetString
        );

    [Fact]
    public void A_cell_given_its_own_text_changes_nothing() =>
        Files.OfAnyKind.Sample(file =>
            TryParse(file) is not { } document
            || document
                .Cells.Index()
                .All(cell => ReferenceEquals(document.WithCell(cell.Index, cell.Item.Text), document))
        );

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
