using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Dib.Live.Sessions;

/// <summary>Tells everyone who watches what has changed; who is slow hears several changes as one.</summary>
internal sealed class ChangeFeed(TimeProvider time)
{
    /// <summary>The shortest time between two changes that one page hears of.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ImmutableArray<Watcher> _watchers = [];

    internal void Publish(NotebookChange change)
    {
        foreach (var watcher in _watchers)
            watcher.Add(change);
    }

    internal async IAsyncEnumerable<NotebookChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var watcher = new Watcher();
        ImmutableInterlocked.Update(ref _watchers, all => all.Add(watcher));
        try
        {
            while (true)
            {
                yield return await watcher.TakeAsync(cancellation);
                await Task.Delay(Pause, time, cancellation);
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _watchers, all => all.Remove(watcher));
        }
    }

    private sealed class Watcher
    {
        private readonly Lock _gate = new();
        private NotebookChange _pending = NotebookChange.None;
        private TaskCompletionSource _signal = NewSignal();

        internal void Add(NotebookChange change)
        {
            lock (_gate)
            {
                _pending = _pending.And(change);
                _signal.TrySetResult();
            }
        }

        internal async Task<NotebookChange> TakeAsync(CancellationToken cancellation)
        {
            await _signal.Task.WaitAsync(cancellation);
            lock (_gate)
            {
                var change = _pending;
                _pending = NotebookChange.None;
                _signal = NewSignal();
                return change;
            }
        }

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
