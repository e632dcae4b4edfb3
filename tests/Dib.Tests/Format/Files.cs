using System.Text;
using CsCheck;

namespace Dib.Tests.Format;

/// <summary>Files that look enough like notebooks to reach every corner of the parser, and files that do not.</summary>
internal static class Files
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "#!csharp",
        "#!c#",
        "#!md",
        "#!markdown",
        "#!csharp ",
        " #!csharp",
        "#!time",
        "#!meta",
        "{}",
        """{"kernelInfo":{"items":[{"name":"csharp"},{"name":"sql"}]}}""",
        """{"kernelInfo":{"items":[{"name":"\ud800"}]}}""",
        "#!sql",
        "var x = 1;",
        "žluťoučký 😀",
        "```",
        " ",
        "",
        ""
    );

    internal static readonly Gen<byte[]> OfCells = Gen.Select(
        Gen.OneOf("", "\uFEFF"),
        Gen.Select(Piece, Gen.OneOf("\n", "\n", "\r\n", "\r", "")).Array,
        (mark, lines) => Encoding.UTF8.GetBytes(mark + string.Concat(lines.Select(line => line.Item1 + line.Item2)))
    );

    internal static readonly Gen<byte[]> OfAnyKind = Gen.OneOf(
        OfCells,
        Gen.Byte.Array,
        Gen.Select(OfCells, Gen.Byte.Array, (start, end) => start.Concat(end).ToArray())
    );
}
