namespace AsyncByExample.Clocks;

/// <summary>The timers of one thread that runs turns: they fire there, in the order of due times.</summary>
internal interface IThreadTimers
{
    /// <summary>The time that the thread's waits are counted from.</summary>
    Pace Pace { get; }

    /// <inheritdoc cref="TimeProvider.CreateTimer"/>
    ITimer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period);
}
