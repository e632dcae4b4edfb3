namespace Dib.Host.Live;

/// <summary>What the table of contents says of a notebook.</summary>
internal enum NotebookState
{
    NotRun,
    Running,
    Ran,
    Failed,
}
