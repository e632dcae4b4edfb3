using Dib.Format;
using Dib.Running;
using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dib.Host.Exports.Programs;

/// <summary>
/// Makes of a notebook a program in one file, which <c>dotnet run FILE.cs</c> runs. It prints the lines that the
/// notebook prints. Prose becomes comments; what a cell shows, a chart's numbers for one, goes to the error stream.
/// </summary>
internal sealed class CSharpProgram
{
    private readonly ProgramReferences _references;
    private readonly List<string> _usings = [];
    private readonly List<string> _body = [];
    private readonly List<string> _types = [];
    private readonly List<string> _leftOut = [];
    private readonly Dictionary<string, string> _placeOf = new(StringComparer.Ordinal);
    private readonly Notebook _notebook;
    private readonly UsingAliases _aliases = new();
    private readonly string _folder;

    private CSharpProgram(Notebook notebook, string folder)
    {
        (_notebook, _folder) = (notebook, folder);
        _references = new ProgramReferences(folder);
    }

    /// <summary>What of the notebook is not in the program, a sentence each.</summary>
    internal IReadOnlyList<string> LeftOut => _leftOut;

    /// <param name="knobs">What to set right after the knobs cell.</param>
    /// <param name="folder">Where the program will lie.</param>
    /// <exception cref="UsageException">The notebook cannot be one program.</exception>
    internal static CSharpProgram Of(Notebook notebook, IReadOnlyList<Knob> knobs, string folder)
    {
        var program = new CSharpProgram(notebook, folder);
        foreach (var (i, cell) in notebook.Document.Cells.Index())
        {
            program.Add(cell, i + 1);
            program._body.AddRange(Notebook.Own(knobs, cell).Select(knob => knob.Code));
        }
        return program;
    }

    public override string ToString() =>
        ProgramText.Of(
            _notebook,
            [.. _references.Lines],
            [.. _usings.DistinctBy(WithoutComments, StringComparer.Ordinal)],
            _body,
            _types,
            Path.GetRelativePath(_folder, _notebook.Folder)
        );

    private void Add(DibCell cell, int number)
    {
        if (cell.KernelName == "csharp")
            Add(cell, $"{_notebook.ShownPath}, cell {number}", isImported: false);
        else
        {
            _body.Add(Comment(cell.KernelName == "markdown" ? cell.Text : $"{cell.KernelName}:\n\n{cell.Text}"));
            if (cell.KernelName != "markdown")
                _leftOut.Add($"Cell {number} is {cell.KernelName}, and in the program a comment.");
        }
    }

    private void Add(DibCell cell, string place, bool isImported)
    {
        try
        {
            var parts = ProgramCell.Read(_aliases.Resolve(cell.Text), isImported);
            foreach (var directive in parts.Directives)
                Follow(directive, place);
            foreach (var (name, line) in parts.Names)
                if (!_placeOf.TryAdd(name, place))
                    throw new ProgramException(
                        line,
                        $"{name} is declared a second time (first in {_placeOf[name]}), and a program has one of each name; give it another one"
                    );
            _usings.AddRange(parts.Usings);
            _body.Add(parts.Body);
            _types.Add(parts.Types);
        }
        catch (ProgramException e)
        {
            throw new UsageException($"{place}, line {cell.LineOf(e.Line)}: {e.Message}.");
        }
    }

    private void Follow(string directive, string place)
    {
        var (command, rest) = directive.Split(' ', 2) is [var first, var second]
            ? (first, second.Trim())
            : (directive, "");
        if (command == "#r")
            _references.Add(rest.Trim('"'), _notebook.Folder);
        else if (command is "#!import" or "#load")
            Import(rest.Trim('"'));
        else
        {
            _body.Add(Comment(directive));
            _leftOut.Add($"{directive} of {place} is for a kernel, and in the program a comment.");
        }
    }

    // Paths are relative to the notebook, whoever names them.
    private void Import(string name)
    {
        var path = Path.Combine(_notebook.Folder, name);
        try
        {
            var cells = Path.GetExtension(path) is ".cs" or ".csx"
                ? [new DibCell("csharp", File.ReadAllText(path), 1)]
                : NotebookFormat.Load(path, name).Cells;
            foreach (var (i, cell) in cells.Index().Where(each => each.Item.KernelName == "csharp"))
                Add(cell, $"{name}, cell {i + 1}", isImported: true);
        }
        catch (DibFormatException e)
        {
            throw new UsageException(e.Message + ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProgramException(0, $"{name} cannot be read: {e.Message.TrimEnd('.')}");
        }
    }

    // Two cells may open the same names with other words beside it.
    private static string WithoutComments(string directive) =>
        SyntaxFactory.ParseCompilationUnit(directive).Usings[0].WithoutTrivia().NormalizeWhitespace().ToString();

    private static string Comment(string text) =>
        string.Join('\n', text.Split('\n').Select(line => $"// {line}".TrimEnd()));
}
