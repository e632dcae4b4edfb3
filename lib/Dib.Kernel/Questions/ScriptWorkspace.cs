using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace Dib.Kernel.Questions;

/// <summary>Shows the cells that have run to the compiler's editor services: a project each, building on the one before.</summary>
internal sealed class ScriptWorkspace
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private readonly Dictionary<Script, ProjectId> _projects = [];
    private readonly Lock _gate = new();
    private Solution? _solution;

    /// <summary>Code as it would be understood after the given cells.</summary>
    internal Document Open(string code, ScriptState state)
    {
        var last = state.Script;
        lock (_gate)
        {
            var id = AddProject(last, ProjectOf(last));
            var document = DocumentId.CreateNewId(id);
            var solution = _solution!.AddDocument(document, "cell", SourceText.From(code));
            _solution = _solution.RemoveProject(id);
            return solution.GetDocument(document)!;
        }
    }

    private ProjectId ProjectOf(Script script)
    {
        if (_projects.TryGetValue(script, out var known))
            return known;
        var id = AddProject(script, script.Previous is null ? null : ProjectOf(script.Previous));
        _solution = _solution!.AddDocument(DocumentId.CreateNewId(id), "cell", SourceText.From(script.Code));
        return _projects[script] = id;
    }

    private ProjectId AddProject(Script like, ProjectId? previous)
    {
        _solution ??= new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies)).CurrentSolution;
        var compilation = like.GetCompilation();
        var id = ProjectId.CreateNewId();
        _solution = _solution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name: id.ToString(),
                assemblyName: id.ToString(),
                LanguageNames.CSharp,
                compilationOptions: compilation.Options.WithScriptClassName($"Submission#{_projects.Count}"),
                parseOptions: Parsing,
                projectReferences: previous is null ? [] : [new ProjectReference(previous)],
                metadataReferences: DocumentedReferences.Of(compilation),
                isSubmission: true
            )
        );
        return id;
    }
}
