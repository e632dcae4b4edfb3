namespace AsyncByExample.Scheduling;

/// <summary>What a loop tells of the turns in its ready queue: each is added once, and taken in the order of adding.</summary>
internal interface ITurnObserver
{
    /// <summary>A turn was put at the end of the queue.</summary>
    /// <param name="at">Since when it could run, on the loop's clock.</param>
    void BecomesReady(TimeSpan at);

    /// <summary>Whose code calls, and at which line, for a sentence: <c>Task One, at MyTask, cell 6, line 8,</c>.</summary>
    string Caller();

    /// <summary>The first turn was taken out, and begins.</summary>
    void Begins();
}
