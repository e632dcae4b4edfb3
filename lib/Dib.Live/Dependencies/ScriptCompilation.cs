using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dib.Live.Dependencies;

/// <summary>Shows cells to the compiler as the kernel does, but for the libraries that they load.</summary>
internal static class ScriptCompilation
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: ScriptSyntax.DefaultUsings
    );

    // What the default usings lead to; everything else counts as loaded.
    private static readonly MetadataReference[] References =
    [
        .. new[]
        {
            typeof(object),
            typeof(Enumerable),
            typeof(Console),
            typeof(Stack<>),
            typeof(System.Runtime.GCSettings),
        }
            .Select(type => type.Assembly.Location)
            .Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll"))
            .Distinct(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    internal static CSharpCompilation Of(string cell, CSharpCompilation? previous)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("cell", Parse(cell), References, Options);
        // Set afterwards, because cells before it are full of names that nobody here knows: to create it so is refused.
        return compilation.WithScriptCompilationInfo(
            compilation.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous)
        );
    }

    internal static SyntaxTree Parse(string cell) => ScriptSyntax.Parse(WithoutMagic(cell));

    internal static bool IsMagic(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal)
        || line.StartsWith("#r ", StringComparison.Ordinal)
        || line.StartsWith("#load ", StringComparison.Ordinal);

    private static string WithoutMagic(string cell) =>
        string.Join('\n', cell.Split('\n').Select(line => IsMagic(line) ? "" : line));
}
