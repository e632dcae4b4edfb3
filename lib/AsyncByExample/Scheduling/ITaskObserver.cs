namespace AsyncByExample.Scheduling;

/// <summary>
/// What schedulers, and calls that wait, tell of the tasks on whose behalf they run. That a task starts or goes on at an
/// await they need not tell: the task flows with the code, and the runtime tells.
/// </summary>
internal interface ITaskObserver
{
    /// <summary>A loop begins to run: whom it tells of its turns.</summary>
    ITurnObserver ObserveTurns();

    /// <summary>The calling code's task holds the thread and waits, until what is returned is disposed.</summary>
    IDisposable? Blocks(string member, string file, int line);

    /// <summary>The same, where only the stack knows which line waits.</summary>
    IDisposable? Blocks();

    /// <summary>The calling code's task lets go of the thread.</summary>
    /// <returns>The task, for <see cref="GoesOn"/>; null where the code belongs to none.</returns>
    object? LetsGo();

    /// <summary>A task that has let go is back on the thread, as the loop's present turn.</summary>
    void GoesOn(object? task);

    /// <summary>A busy machine woke the calling thread late: by so much, which the example's time leaves out.</summary>
    void IsLate(TimeSpan by);

    /// <summary>The calling code's task is finished.</summary>
    void Ends();

    /// <summary>The task that the calling code belongs to; null where it belongs to none.</summary>
    object? Task { get; }

    /// <summary>The calling code's task ends by an exception that nobody has caught.</summary>
    void Fails(Exception exception);
}
