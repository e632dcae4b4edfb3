using AsyncByExample.Clocks;
using AsyncByExample.Scheduling;

namespace AsyncByExample.EventLoops;

public sealed partial class EventLoop
{
    /// <summary>What other threads post to a loop. It is woken only when it sleeps.</summary>
    private sealed class Inbox(Pace pace)
    {
        private readonly Lock _lock = new();
        private readonly List<(Turn Turn, TimeSpan At)> _turns = [];
        private volatile bool _hasTurns;
        private bool _loopSleeps;

        public bool HasTurns => _hasTurns;

        /// <summary>What the loop sleeps on.</summary>
        public SemaphoreSlim Wake { get; } = new(0);

        public void Add(Turn turn)
        {
            bool wake;
            var now = pace.Exact;
            lock (_lock)
            {
                _turns.Add((turn, now));
                _hasTurns = true;
                (wake, _loopSleeps) = (_loopSleeps, false);
            }
            if (wake)
                Wake.Release();
        }

        public void MoveTo(EventLoop loop)
        {
            if (!_hasTurns)
                return;
            lock (_lock)
            {
                foreach (var (turn, at) in _turns)
                {
                    loop._ready.Enqueue(turn);
                    loop.BecomesReady(at);
                }
                _turns.Clear();
                _hasTurns = false;
            }
        }

        /// <summary>Whether there is nothing: then the next turn that is added wakes the loop.</summary>
        public bool TrySleep()
        {
            lock (_lock)
                return _loopSleeps = !_hasTurns;
        }

        /// <summary>The loop is awake, whatever woke it.</summary>
        public void Awake()
        {
            lock (_lock)
                _loopSleeps = false;
        }
    }
}
