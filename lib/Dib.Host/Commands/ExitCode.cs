using Dib.Running.Execution;

namespace Dib.Host.Commands;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;
    internal const int CellFailed = 1;
    internal const int Usage = 2;
    internal const int Timeout = 3;
    internal const int Interrupted = 130;

    /// <summary>The one for these results.</summary>
    internal static int Of(IReadOnlyList<NotebookResult> results) =>
        results.Any(result => result.TimedOut) ? Timeout
        : results.All(result => result.IsOk) ? Ok
        : CellFailed;
}
