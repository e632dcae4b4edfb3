using Dib.Host.Kernels;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private int _lastInput;

    /// <summary>Gives a cell what a reader answers; only the first answer to what it asked is heard.</summary>
    /// <param name="number">The number of the <see cref="InputRequest"/>.</param>
    internal void AnswerInput(int number, string value) =>
        Change(() =>
        {
            LastUsed = _time.GetTimestamp();
            if (_running is not { } cell || cell.TakeInput(number) is not { } asked)
                return NotebookChange.None;
            asked.Answer(value);
            return InputOf(cell);
        });

    private void Ask(CellModel cell, LiveOutputs outputs, IKernel kernel, InputRequested asked) =>
        Change(() =>
        {
            var pending = new PendingInput(++_lastInput, asked, kernel);
            // That run is being stopped, or the kernel was restarted under it.
            if (cell.Run != outputs || IsStopping)
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
