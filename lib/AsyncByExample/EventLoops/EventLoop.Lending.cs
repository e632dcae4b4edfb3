using System.Diagnostics.CodeAnalysis;
using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

/// <content>Other threads may act as the loop while the loop's own thread waits for them: one at a time.</content>
public sealed partial class EventLoop
{
    private ExecutionContext? _context;
    private TimeSpan _stopped;

    /// <summary>The calling thread is about to stop acting as the loop, for another one to go on.</summary>
    internal void HandOver()
    {
        if (Observer is not null)
            _stopped = Clock.Now;
    }

    /// <summary>The calling thread goes on. What it took to wake it is nobody's work.</summary>
    internal void TakeOver()
    {
        if (Observer is not null)
            _pace.HandedOver(_stopped);
    }

    /// <summary>From here on the calling thread may act as the loop.</summary>
    internal void ActOnThisThread()
    {
        s_current = this;
        Clock.GoOnAt(_pace, this);
    }

    /// <summary>Runs code in the context that the loop's own turns have.</summary>
    internal void RunInItsContext(ContextCallback action, object state)
    {
        if (_context is null)
            action(state);
        else
            ExecutionContext.Run(_context, action, state);
    }

    /// <summary>
    /// Takes the next turn in the loop's place, if it is a call of <paramref name="callback"/>. Otherwise, and where the
    /// loop has to wait, is done or is to stop, it is for the loop's own thread to go on.
    /// </summary>
    /// <param name="callback">What the turn would call.</param>
    /// <param name="state">What it would be called with.</param>
    internal bool TryTakeTurn(SendOrPostCallback callback, [NotNullWhen(true)] out object? state)
    {
        state = null;
        if (!_running || _stop.IsCancellationRequested || _isDone())
            return false;
        if (_turnsLeft == 0)
            BeginPass();
        if (_turnsLeft > 0 && _ready.Peek().Callback == callback)
            state = TakeTurn().State;
        return state is not null;
    }
}
