using System.Text;
using CsCheck;

namespace Dib.Tests.Format.Judged;

public class JudgedTests
{
    // Seven of ten are read by both, the others refused by both or listed: that makes more than 10,000 notebooks.
    [Fact]
    public void Our_parser_and_Documents_see_the_same_cells() =>
        Notebooks.Any.Sample(
            file => SeesTheSame(SeenCell.In(file), Judge.CellsOf(file)) || Difference.Of(file) is not null,
            iter: 20_000,
            print: Encoding.UTF8.GetString
        );

    [Fact]
    public void A_file_that_ends_within_its_header_is_read_as_if_its_last_line_were_ended() =>
        Notebooks.CutInTheHeader.Sample(
            file =>
                Difference.Of(file) != Difference.HeaderReadTwice
                || SeesTheSame(SeenCell.In(file), Judge.CellsOf([.. file, (byte)'\n'])),
            iter: 10_000,
            print: Encoding.UTF8.GetString
        );

    private static bool SeesTheSame(SeenCell[]? ours, SeenCell[]? theirs) =>
        ours is null || theirs is null
            ? ours == theirs
            : ours.SequenceEqual(theirs.Where(cell => cell != Difference.CellToTypeIn(cell.KernelName)));
}
