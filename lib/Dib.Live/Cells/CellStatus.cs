namespace Dib.Live.Cells;

/// <summary>Where a cell stands in the kernel of now.</summary>
internal enum CellStatus
{
    /// <summary>Not run in this kernel; outputs that it still shows are from before.</summary>
    NeverRun,
    Queued,
    Running,
    Done,
    Failed,

    /// <summary>It ran, but what it shows may not be what it would show now: it or a cell that it depends on has changed.</summary>
    Stale,
}
