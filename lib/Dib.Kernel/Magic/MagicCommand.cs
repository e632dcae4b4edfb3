using Dib.Kernel.Session;
using Dib.Protocol;

namespace Dib.Kernel.Magic;

/// <summary>The magic commands: lines that start with <c>#!</c>, and the directives for packages.</summary>
internal static class MagicCommand
{
    private const string What = "this kernel runs C#, HTML, JavaScript and Markdown";

    /// <summary>Reads a line; null when it is code.</summary>
    internal static CellPart? Parse(string line, int number, string kernel)
    {
        var text = line.TrimEnd();
        if (text.StartsWith("#!", StringComparison.Ordinal))
            return Parse(text.Split(' ', '\t')[0], text, number);
        return string.Equals(kernel, KernelNames.CSharp, StringComparison.Ordinal) && IsPackage(text.TrimStart())
            ? RefusePackage(text.Trim(), number)
            : null;
    }

    /// <summary>Says that there is no kernel of this name.</summary>
    internal static CellPart.Refusal RefuseKernel(string name, int line) =>
        Refuse(line, $"'{name}' cells are not supported: {What}. Open the notebook in an editor that has it.");

    private static CellPart Parse(string name, string text, int line)
    {
        if (KernelNames.Find(name[2..]) is { } kernel)
            return new CellPart.Selector(line, kernel);
        if (name is "#!import")
            return Import(text[name.Length..].Trim().Trim('"'), line);
        return UnsupportedMagic.Advice(name) is { } advice
            ? Refuse(line, $"'{name}' is not supported: {What}. {advice}")
            : RefuseUnknown(name, line);
    }

    private static CellPart Import(string path, int line) =>
        path.Length > 0
            ? new CellPart.Import(line, path)
            : Refuse(line, "'#!import' needs the path of a file, as in: #!import setup.dib");

    private static CellPart.Refusal RefusePackage(string text, int line) =>
        Refuse(
            line,
            $"'{text}' is not supported: nothing is downloaded while a notebook runs. "
                + "Reference the package in a project, build it, and load the library with #r \"path/to/library.dll\"."
        );

    private static CellPart.Refusal RefuseUnknown(string name, int line)
    {
        var span = new LinePositionSpan(new(line, 0), new(line, name.Length));
        var diagnostic = new Diagnostic(span, DiagnosticSeverity.Error, "DNI101", $"Unknown magic command '{name}'");
        return new CellPart.Refusal(line, $"({line + 1},1): error DNI101: {diagnostic.Message}", diagnostic);
    }

    private static CellPart.Refusal Refuse(int line, string message) => new(line, $"({line + 1},1): error: {message}");

    private static bool IsPackage(string text) =>
        text.StartsWith("#i ", StringComparison.Ordinal)
        || (
            text.StartsWith("#r ", StringComparison.Ordinal)
            && text[2..].TrimStart().StartsWith("\"nuget:", StringComparison.OrdinalIgnoreCase)
        );
}
