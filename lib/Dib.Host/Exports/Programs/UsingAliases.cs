using System.Globalization;
using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dib.Host.Exports.Programs;

/// <summary>
/// The using aliases of a notebook's cells. In a notebook an alias holds from its cell on until another one of that name;
/// in a program it holds everywhere, so that a name which comes to stand for something else is numbered.
/// </summary>
internal sealed class UsingAliases
{
    private readonly Dictionary<(string Name, string Target), string> _names = [];
    private readonly Dictionary<string, string> _current = new(StringComparer.Ordinal);

    /// <summary>A cell's text with each alias by the name that it has in the program, its lines where they were.</summary>
    internal string Resolve(string text)
    {
        // Lines for the kernel are no C#.
        var code = string.Join(
            '\n',
            text.Split('\n').Select(line => ProgramCell.IsDirective(line) ? new string(' ', line.Length) : line)
        );
        var root = ScriptSyntax.Parse(code).GetRoot();
        foreach (var alias in root.DescendantNodes().OfType<UsingDirectiveSyntax>())
            if (alias is { Alias.Name.Identifier.ValueText: var name, NamespaceOrType: var target })
                _current[name] = NameOf(name, target.ToString());
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsRenamed).Reverse())
            text = text[..name.SpanStart] + _current[name.Identifier.ValueText] + text[name.Span.End..];
        return text;
    }

    private bool IsRenamed(IdentifierNameSyntax name) =>
        _current.TryGetValue(name.Identifier.ValueText, out var current)
        && current != name.Identifier.ValueText
        && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name);

    private string NameOf(string name, string target)
    {
        if (!_names.TryGetValue((name, target), out var known))
        {
            var before = _names.Keys.Count(key => key.Name == name);
            known = before == 0 ? name : name + (before + 1).ToString(CultureInfo.InvariantCulture);
            _names.Add((name, target), known);
        }
        return known;
    }
}
