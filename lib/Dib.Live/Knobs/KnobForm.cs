using System.Collections.Immutable;
using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;

namespace Dib.Live.Knobs;

/// <summary>A cell of knobs as a form. The cell's text is the truth: the form is read from it and written into it.</summary>
internal sealed record KnobForm(ImmutableArray<KnobField> Fields)
{
    private ImmutableArray<Knob> Knobs { get; init; } = [];

    private string Text { get; init; } = "";

    /// <summary>Reads the variables that a field can stand for; null when the text does not parse.</summary>
    /// <param name="folder">Where the files lie that the cell names.</param>
    internal static KnobForm? Read(string text, string folder)
    {
        var tree = ScriptSyntax.Parse(text);
        if (tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return null;
        ImmutableArray<Knob> knobs =
        [
            .. ScriptSyntax.VariablesIn(tree).SelectMany(each => KnobReader.Read(each.Field, each.Variable, folder)),
        ];
        return new KnobForm([.. knobs.Select(knob => knob.Field)]) { Knobs = knobs, Text = text };
    }

    /// <summary>The cell's text with one field set; everything but that value stays as it is.</summary>
    internal KnobEdit With(string key, string value)
    {
        if (Knobs.FirstOrDefault(knob => knob.Field.Key == key) is not { } knob)
            return new KnobEdit(null, $"There is no knob {key} any more: the cell's text has changed.");
        return knob.Change(value.Trim()) is { } change
            ? new KnobEdit(Text[..change.Span.Start] + change.NewText + Text[change.Span.End..], null)
            : new KnobEdit(null, $"{key} takes {knob.Takes}.");
    }
}
