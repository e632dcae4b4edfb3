using System.Collections.Concurrent;
using Dib.Live.Dependencies;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Live.Sessions;

/// <summary>What an editor asks while somebody types; the kernel answers it from what the cells have declared.</summary>
/// <remarks>
/// A newer question of the same kind about the same cell makes the older one end empty. So does a kernel that is not there.
/// </remarks>
internal sealed class LanguageService(SessionState state)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _newest = new(StringComparer.Ordinal);

    /// <summary>What the compiler says of a cell's text as it is; only of its grammar while cells that it depends on have not run.</summary>
    internal async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string id, string text)
    {
        if (!IsShortCSharp(id, text))
            return [];
        var errors = SyntaxErrors.In(text);
        if (errors.Count > 0 || !state.Read(() => state.Staleness.KnowsAllAbove(id, text)))
            return errors;
        var told = await AskAsync<DiagnosticsProduced>(id, text, new RequestDiagnostics(text));
        return told?.Diagnostics ?? [];
    }

    /// <summary>Asks the kernel about a cell's text as it is; null when there is no answer.</summary>
    internal async Task<T?> AskAsync<T>(string id, string text, KernelCommand command)
        where T : KernelEvent
    {
        if (!IsShortCSharp(id, text) || state.Read(() => state.Kernel?.Kernel) is not { } kernel)
            return null;
        var turn = new CancellationTokenSource();
        _newest.AddOrUpdate(
            $"{id} {command.CommandType}",
            turn,
            (_, older) =>
            {
                older.Cancel();
                return turn;
            }
        );
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

    private bool IsShortCSharp(string id, string text) =>
        text.Length <= CellAnalysis.LongestRead && state.Read(() => state.Cells.Find(id)?.Kind) == "csharp";
}
