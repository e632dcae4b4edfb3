using AsyncByExample.Clocks;

namespace AsyncByExample.EventLoops;

/// <content>On the loop's thread, timers of its clock are the loop's own, whoever makes them.</content>
public sealed partial class EventLoop : IThreadTimers
{
    Pace IThreadTimers.Pace => _pace;

    ITimer IThreadTimers.Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new LoopTimer(this, callback, state, dueTime, period);
}
