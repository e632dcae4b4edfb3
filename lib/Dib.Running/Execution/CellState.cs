namespace Dib.Running.Execution;

/// <summary>What became of a cell.</summary>
internal enum CellState
{
    Ok,
    Failed,
    NotRun,
}
