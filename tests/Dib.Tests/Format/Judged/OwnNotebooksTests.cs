using System.Text;
using CsCheck;
using Dib.Format;

namespace Dib.Tests.Format.Judged;

public class OwnNotebooksTests
{
    public static TheoryData<string> Files => [.. Repository.Notebooks().Select(file => Path.GetFileName(file))];

    [Fact]
    public void There_are_notebooks() => Files.Count.ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Files))]
    public void Documents_sees_the_cells_that_we_see(string name) =>
        SeenCell.In(Read(name)).ShouldBe(Judge.CellsOf(Read(name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Our_writer_writes_the_same_bytes(string name) =>
        Written(DibDocument.Parse(Read(name)).Cells.Select(cell => (cell.KernelName, cell.Text))).ShouldBe(Read(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void Documents_writes_the_same_bytes(string name) =>
        Judge.Write(Judge.Read(Read(name))).ShouldBe(Read(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_linter_finds_nothing(string name) => DibLinter.Check(Read(name)).ShouldBeEmpty();

    [Fact]
    public void Documents_writes_whatever_our_writer_writes() =>
        Notebooks.Any.Sample(
            file =>
            {
                var cells = SeenCell.In(file) ?? [];
                var ours = Written(cells.Where(cell => IsLasting(cell)).Select(cell => (cell.KernelName, cell.Text)));
                return Judge.Write(Judge.Read(ours)).SequenceEqual(ours);
            },
            iter: 1_000,
            print: Encoding.UTF8.GetString
        );

    // Another file's own kernels are unknown in one with our header, and a carriage return at the end of a line is part of a line end.
    private static bool IsLasting(SeenCell cell) =>
        cell.KernelName is "csharp" or "html" or "javascript" or "markdown" or "pwsh" && !cell.Text.Contains('\r');

    private static byte[] Written(IEnumerable<(string, string)> cells) =>
        Encoding.UTF8.GetBytes(DibWriter.Write(cells));

    private static byte[] Read(string name) =>
        File.ReadAllBytes(Repository.Notebooks().Single(file => Path.GetFileName(file) == name));
}
