using Dib.Running.Execution;

namespace Dib.Live.Files;

/// <summary>How the last run of a notebook ended.</summary>
internal sealed record RunSummary(NotebookState State, RunTotals Totals);
