using Dib.Host.Running;

namespace Dib.Host.Live.Files;

/// <summary>How the last run of a notebook ended.</summary>
internal sealed record RunSummary(NotebookState State, RunTotals Totals);
