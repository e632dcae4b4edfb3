using Dib.Host.Kernels;
using Dib.Host.Live.Dependencies;
using Dib.Protocol;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly LatestOnly _latest = new();

    // A newer question of the same kind about the same cell makes the older one end empty. So does a kernel that is not there.

    internal Task<CompletionsProduced?> CompleteAsync(
        string id,
        string text,
        LinePosition at,
        CancellationToken token
    ) => AskAsync<CompletionsProduced>(id, text, new RequestCompletions(text, at), token);

    internal Task<HoverTextProduced?> HoverAsync(string id, string text, LinePosition at, CancellationToken token) =>
        AskAsync<HoverTextProduced>(id, text, new RequestHoverText(text, at), token);

    internal Task<SignatureHelpProduced?> SignaturesAsync(
        string id,
        string text,
        LinePosition at,
        CancellationToken token
    ) => AskAsync<SignatureHelpProduced>(id, text, new RequestSignatureHelp(text, at), token);

    /// <summary>What the compiler says of a cell's text as it is; only of its grammar while cells that it depends on have not run.</summary>
    internal async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string id, string text, CancellationToken token)
    {
        if (!IsShortCSharp(id, text))
            return [];
        var mistakes = Mistakes.In(text);
        if (mistakes.Count > 0 || !KnowsAllAbove(id, text))
            return mistakes;
        var told = await AskAsync<DiagnosticsProduced>(id, text, new RequestDiagnostics(text), token);
        return told?.Diagnostics ?? [];
    }

    private async Task<T?> AskAsync<T>(string id, string text, KernelCommand command, CancellationToken token)
        where T : KernelEvent
    {
        if (!IsShortCSharp(id, text) || Kernel() is not { } kernel)
            return null;
        using var turn = _latest.Begin($"{id} {command.CommandType}", token);
        T? found = null;
        try
        {
            var asked = command with { TargetKernelName = "csharp" };
            await foreach (var message in kernel.SendUnattendedAsync(asked, turn.Token))
                found = message as T ?? found;
        }
        catch (Exception e) when (e is OperationCanceledException or KernelException)
        {
            return null;
        }
        return found;
    }

    private IKernel? Kernel()
    {
        lock (_gate)
            return _seat?.Kernel;
    }

    private bool IsShortCSharp(string id, string text)
    {
        lock (_gate)
            return text.Length <= CellAnalysis.LongestRead && Find(id)?.Kind == "csharp";
    }

    private bool KnowsAllAbove(string id, string text)
    {
        lock (_gate)
        {
            var above = _cells.TakeWhile(cell => cell.Id != id).Append(new CellModel(id, "csharp", text));
            var graph = _graph.For([.. above.Select(cell => new CellSource(cell.Id, cell.Kind, cell.Text))]);
            return graph.DependenciesOf(id).All(other => Find(other)?.Settled == CellStatus.Done);
        }
    }
}
