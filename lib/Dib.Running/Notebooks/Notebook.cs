using System.Collections.Immutable;
using Dib.Format;

namespace Dib.Running.Notebooks;

/// <summary>A notebook in a file.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="ShownPath">The path as messages name it: relative to where the reader stands.</param>
internal sealed record Notebook(string Path, string ShownPath, INotebookDocument Document)
{
    /// <summary>A notebook of these cells, each with its kernel's name and its text.</summary>
    internal static Notebook Of(string path, string shownPath, IEnumerable<(string Kind, string Text)> cells) =>
        new(path, shownPath, DibDocument.Parse(DibWriter.Write(cells), shownPath));

    /// <summary>The file's name without its extension, such as <c>02-cooperative</c>.</summary>
    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The cells whose variables the command line may set: those in C# that begin with a comment <c>// knobs</c>.</summary>
    internal IEnumerable<DibCell> KnobCells => Document.Cells.Where(cell => IsKnobs(cell.KernelName, cell.Text));

    /// <summary>The names of the variables that the command line may set.</summary>
    internal ImmutableArray<string> Knobs => [.. KnobCells.SelectMany(KnobsIn)];

    /// <summary>The names of the variables that a cell of knobs declares.</summary>
    internal static IEnumerable<string> KnobsIn(DibCell cell) =>
        ScriptSyntax.VariablesIn(ScriptSyntax.Parse(cell.Text)).Select(each => each.Variable.Identifier.ValueText);

    /// <summary>Those knobs that a cell declares; none if it is not one of knobs.</summary>
    internal static IEnumerable<Knob> Own(IEnumerable<Knob> knobs, DibCell cell)
    {
        if (!IsKnobs(cell.KernelName, cell.Text))
            return [];
        var declared = KnobsIn(cell).ToHashSet(StringComparer.Ordinal);
        return knobs.Where(knob => declared.Contains(knob.Name));
    }

    /// <summary>The knobs that a cell sets by its own text; none if it is not one of knobs.</summary>
    internal static ImmutableArray<Knob> SetIn(string kernelName, string text) =>
        IsKnobs(kernelName, text)
            ?
            [
                .. ScriptSyntax
                    .VariablesIn(ScriptSyntax.Parse(text))
                    .Select(each => each.Variable)
                    .Where(variable => variable.Initializer is not null)
                    .Select(variable => new Knob(variable.Identifier.ValueText, $"{variable.Initializer!.Value}")),
            ]
            : [];

    internal static bool IsKnobs(string kernelName, string text) =>
        kernelName == "csharp"
        && text.StartsWith("//", StringComparison.Ordinal)
        && text.Split('\n', 2)[0].TrimStart('/', ' ').Split(' ', ':', '.', ',')[0] is var word
        && word.Equals("knobs", StringComparison.OrdinalIgnoreCase);
}
