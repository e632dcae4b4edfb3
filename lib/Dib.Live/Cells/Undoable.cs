namespace Dib.Live.Cells;

/// <summary>A change that can be undone.</summary>
/// <param name="What">What is undone, such as <c>the move of cell 4</c>.</param>
/// <param name="Cell">The cell that was changed.</param>
/// <param name="Undo">Undoes it; false when others have changed so much since that nothing is left to undo.</param>
internal sealed record Undoable(string What, CellModel Cell, Func<bool> Undo);
