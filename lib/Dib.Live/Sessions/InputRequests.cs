using Dib.Live.Cells;
using Dib.Running.Kernels;

namespace Dib.Live.Sessions;

/// <summary>Brings what running cells ask to their readers, and the first answer back.</summary>
internal sealed class InputRequests(SessionState state)
{
    private int _last;

    /// <summary>Gives a cell what a reader answers; only the first answer to what it asked is heard.</summary>
    /// <param name="number">The number of the <see cref="InputRequest"/>.</param>
    internal void Answer(int number, string value) =>
        state.Change(() =>
        {
            state.Touch();
            if (state.Queue.Running is not { } cell || cell.TakeInput(number) is not { } asked)
                return NotebookChange.None;
            asked.Answer(value);
            return InputOf(cell);
        });

    internal void Ask(CellModel cell, OutputBuffer run, KernelHandle kernel, InputRequested asked) =>
        state.Change(() =>
        {
            var pending = new PendingInput(++_last, asked, kernel.Kernel!);
            // That run is being stopped, or the kernel was restarted under it.
            if (cell.Run != run || kernel.IsStopping)
            {
                pending.Refuse();
                return NotebookChange.None;
            }
            cell.Ask(pending);
            return InputOf(cell);
        });

    private static NotebookChange InputOf(CellModel cell) =>
        NotebookChange.OfCells(cell.Id).And(NotebookChange.OfNotebook);
}
