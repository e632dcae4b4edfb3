namespace Dib.Live.Files;

/// <summary>What the table of contents says of a notebook.</summary>
internal enum NotebookState
{
    NotRun,
    Running,
    Ran,
    Failed,
}
