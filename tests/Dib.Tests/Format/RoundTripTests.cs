using CsCheck;
using Dib.Format;

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
