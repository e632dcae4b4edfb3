using System.Text;
using CsCheck;

namespace Dib.Tests.Format.Judged;

/// <summary>Notebooks full of what two parsers may read in two ways.</summary>
internal static class Notebooks
{
    private static readonly Gen<string> Separator = Gen.OneOf(
        "#!csharp",
        "#!c#",
        "#!C#",
        "#!cs",
        "#!CSharp",
        "#!fsharp",
        "#!f#",
        "#!fs",
        "#!html",
        "#!http",
        "#!javascript",
        "#!js",
        "#!markdown",
        "#!md",
        "#!MD",
        "#!mermaid",
        "#!pwsh",
        "#!powershell",
        "#!value",
        "#!sql",
        "#!q",
        "#!two words",
        "#!a",
        "#!meta"
    );

    private static readonly Gen<string> AlmostSeparator = Gen.OneOf(
        "#!csharp ",
        " #!csharp",
        "\t#!md",
        "#!html\t",
        "#!csharp --name x",
        "#! csharp",
        "#!",
        "#!!",
        "#!#",
        "#!time",
        "#!import setup.dib",
        "#!something",
        "#!metadata",
        "#!Meta",
        "// #!csharp",
        "#!csha\u0301rp"
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        "var x = 1;",
        "# A title",
        "```",
        "```csharp",
        "~~~",
        "{}",
        "žluťoučký 😀",
        "\u2028 and \u0085",
        "a\rb",
        " ",
        "\t"
    );

    private static readonly Gen<string> Line = Gen.Frequency(
        (40, Separator),
        (20, AlmostSeparator),
        (40, Text),
        (30, Gen.Const("")),
        (1, Gen.OneOf("\0", "\u200B#!csharp", "\uFEFF#!html", "\u200B#!meta", "#!meta\u0301", "#\u00AD!md"))
    );

    private static readonly Gen<string> NewLine = Gen.OneOf("\n", "\r\n");

    private static readonly Gen<string> Lines = Gen.OneOf(
        Line.Array[0, 10].Select(NewLine, (lines, newLine) => string.Concat(lines.Select(line => line + newLine))),
        Gen.Select(Line, Gen.Frequency((9, NewLine), (1, Gen.Const("\r")), (1, Gen.Const(""))))
            .Array[0, 10]
            .Select(lines => string.Concat(lines.Select(line => line.Item1 + line.Item2)))
    );

    /// <summary>Files with a header at every place and with none, with every kind of line end, begun and ended in every way.</summary>
    internal static readonly Gen<byte[]> Any = Gen.Select(
        Gen.Frequency((20, Gen.Const("")), (10, Gen.Const("\uFEFF")), (1, Gen.Const("\uFEFF\uFEFF"))),
        Gen.Frequency((3, Gen.Const("")), (1, Lines)),
        Gen.Frequency((1, Gen.Const("")), (3, Headers.Any)),
        Lines,
        Gen.Frequency((2, Gen.Const("")), (1, Line)),
        (mark, before, header, after, last) => Encoding.UTF8.GetBytes(mark + before + header + after + last)
    );

    /// <summary>Files that end with the last character of their header.</summary>
    internal static readonly Gen<byte[]> CutInTheHeader = Gen.Select(
        Lines,
        Headers.Bare,
        (before, header) => Encoding.UTF8.GetBytes(before + header)
    );
}
