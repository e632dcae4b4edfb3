using Dib.Kernel.Magic;
using Dib.Kernel.Output;
using Dib.Kernel.Session;
using Dib.Protocol;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace Dib.Kernel.CSharp;

/// <summary>Runs C# cells as a script that grows: each continues from the variables and usings of those before.</summary>
internal sealed class CSharpKernel
{
    // Real kernels send this to themselves before the first cell; ours runs it ahead and tells it then.
    private static readonly SubmitCode Helpers = new("\nusing static Microsoft.DotNet.Interactive.Kernel;\n");

    private readonly Lazy<Task<ScriptState<object>>> _start = new(() =>
        CSharpScript.RunAsync(Helpers.Code, CellOptions.For(""))
    );
    private volatile ScriptState? _state;
    private volatile bool _hasCells;

    /// <summary>The script before the first cell.</summary>
    internal static Script Empty { get; } = CSharpScript.Create("", CellOptions.For(""));

    /// <summary>What the cells that have ended left behind; null before the first.</summary>
    internal ScriptState? State => _state;

    /// <summary>Gets the compiler going in the background, while the reader still reads.</summary>
    internal void WarmUp() => _ = Task.Run(WarmUpAsync);

    private async Task WarmUpAsync()
    {
        await _start.Value;
        if (_hasCells)
            return;
        // A cell that nobody sees, in a script of its own: submissions are counted.
        var script = CSharpScript.Create("await Task.Yield();\nnew { Warm = 1 }", CellOptions.For(""));
        var state = await script.RunAsync();
        var compilation = script.GetCompilation();
        _ = CSharpDiagnostics.ToEvent(compilation.GetDiagnostics(), cell: "");
        _ = CSharpSyntax.HasResult(compilation) ? Rendering.AsMimeTypes(state.ReturnValue) : [];
    }

    /// <summary>Runs a cell, or a part of one; null when it ended well.</summary>
    internal async Task<CellFailure?> RunAsync(CellPart.Code part, CommandScope scope, string cell)
    {
        _hasCells = true;
        var state = _state ?? await StartAsync(scope);
        scope.Publish(new CodeSubmissionReceived(part.Text));
        scope.Publish(
            CSharpSyntax.IsComplete(part.Text)
                ? new CompleteCodeSubmissionReceived(part.Text)
                : new IncompleteCodeSubmissionReceived()
        );

        // Lines are counted from the top of the cell, also in a part of it.
        var code = new string('\n', part.Line) + part.Text;
        var script = state.Script.ContinueWith(code, CellOptions.For(cell));
        return Compile(script, scope, cell) ?? await RunAsync(script, state, scope, cell);
    }

    private static CellFailure? Compile(Script script, CommandScope scope, string cell)
    {
        var diagnostics = script.Compile(scope.Submission.CancellationToken);
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();
        if (errors.Count == 0)
            return null;
        scope.Publish(CSharpDiagnostics.ToEvent(errors, cell));
        return CSharpDiagnostics.ToFailure(errors, cell);
    }

    private async Task<CellFailure?> RunAsync(Script script, ScriptState before, CommandScope scope, string cell)
    {
        var token = scope.Submission.CancellationToken;
        KernelInvocationContext.Enter(scope);
        // Not on the synchronization context that the cell may have set: its loop may be gone.
        var state = await script.RunFromAsync(before, _ => true, token).ConfigureAwait(false);
        _state = state;
        if (token.IsCancellationRequested)
            return null;

        var compilation = script.GetCompilation();
        scope.Publish(CSharpDiagnostics.ToEvent(compilation.GetDiagnostics(token), cell));
        if (state.Exception is { } exception)
            return ExceptionReport.Of(exception, compilation, cell);
        if (CSharpSyntax.HasResult(compilation))
            scope.Publish(new ReturnValueProduced(Rendering.AsMimeTypes(state.ReturnValue)));
        return null;
    }

    private async Task<ScriptState> StartAsync(CommandScope scope)
    {
        _state = await _start.Value;
        var own = scope.Submission.Own(Helpers, KernelNames.CSharp);
        own.Publish(new CodeSubmissionReceived(Helpers.Code));
        own.Publish(new CompleteCodeSubmissionReceived(Helpers.Code));
        own.Publish(new DiagnosticsProduced([], []));
        return _state;
    }
}
