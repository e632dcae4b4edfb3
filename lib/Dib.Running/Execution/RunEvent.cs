using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>Something that happened during a run, for those who watch it.</summary>
internal abstract record RunEvent
{
    internal sealed record NotebookStarted(Notebook Notebook) : RunEvent;

    internal sealed record CellStarted(Notebook Notebook, int Index) : RunEvent;

    /// <summary>A cell wrote a piece of text, which may be less or more than a line.</summary>
    internal sealed record Printed(OutputKind Kind, string Text) : RunEvent;

    internal sealed record CellEnded(Notebook Notebook, CellResult Result) : RunEvent;

    internal sealed record NotebookEnded(NotebookResult Result) : RunEvent;
}
