namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    /// <summary>How long a cell may take to stop after it was asked to.</summary>
    internal static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);

    private ITimer? _patience;
    private int _droppedByStop;

    private bool IsStopping => _patience is not null;

    /// <summary>Asks the running cell to stop, ends the kernel two seconds later, and drops the queue. Asked again, it does not wait.</summary>
    internal void Stop()
    {
        KernelSeat? asked = null;
        KernelSeat? ended = null;
        Change(() =>
        {
            var dropped = DropQueue();
            if (_running is null && dropped > 0)
                Say(Sentences.Dropped(dropped - 1), isProblem: false);
            if (_running is { } cell && _seat is { } seat)
            {
                cell.DropInputs();
                asked = IsStopping ? null : seat;
                ended = IsStopping ? seat : null;
                _droppedByStop = IsStopping ? _droppedByStop : dropped;
                _patience ??= _time.CreateTimer(
                    _ => EndByForce(seat, cell),
                    null,
                    TimeToStop,
                    Timeout.InfiniteTimeSpan
                );
            }
            return AllCells;
        });
        _ = asked?.Kernel?.CancelAsync();
        if (ended is not null && _running is { } running)
            EndByForce(ended, running);
    }

    private void EndByForce(KernelSeat seat, CellModel cell)
    {
        lock (_gate)
        {
            if (_running != cell || _seat != seat)
                return;
            seat.EndedBecause = Sentences.StoppedByForce;
        }
        seat.Kernel?.Kill();
    }

    private void EndStopping()
    {
        _patience?.Dispose();
        _patience = null;
        _droppedByStop = 0;
    }
}
