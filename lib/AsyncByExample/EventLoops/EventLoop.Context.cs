using AsyncByExample.Scheduling;

namespace AsyncByExample.EventLoops;

public sealed partial class EventLoop
{
    private sealed class LoopContext : SynchronizationContext
    {
        private readonly EventLoop _loop;

        public LoopContext(EventLoop loop)
        {
            _loop = loop;
            SetWaitNotificationRequired();
        }

        public override void Post(SendOrPostCallback d, object? state) => _loop.Post(d, state);

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (Current == this)
                d(state);
            else
                throw new NotSupportedException(
                    "an event loop takes work by Post only: waiting for it here could wait for ever"
                );
        }

        public override SynchronizationContext CreateCopy() => this;

        // An async void method started on the loop keeps it alive until it ends.
        public override void OperationStarted() => Interlocked.Increment(ref _loop._operations);

        public override void OperationCompleted() => _loop.Post(() => Interlocked.Decrement(ref _loop._operations));

        // The runtime asks here before the loop's thread blocks, whatever it is that it waits for.
        public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
        {
            if (millisecondsTimeout != Timeout.Infinite || _loop._isIdle)
                return base.Wait(waitHandles, waitAll, millisecondsTimeout);
            var deadlock = new DeadlockDetector(_loop.Clock);
            IDisposable? blocking = null;
            try
            {
                while (true)
                {
                    var result = base.Wait(waitHandles, waitAll, DeadlockDetector.Milliseconds);
                    if (result != WaitHandle.WaitTimeout)
                        return result;
                    // What is that long is worth to look for whose line it is.
                    blocking ??= TaskObserver.Current?.Blocks();
                    _loop._stop.ThrowIfCancellationRequested();
                    if (deadlock.IsCertain(_loop._ready.Count > 0 || _loop._inbox.HasTurns || _loop._timers.Count > 0))
                        throw new InvalidOperationException(
                            $"{_loop.Observer?.Caller() ?? "this code"} waits with .Result or Wait() for a task that needs this very thread, the event loop's, to go on: it would wait for ever; write await instead"
                        );
                }
            }
            finally
            {
                blocking?.Dispose();
            }
        }
    }
}
