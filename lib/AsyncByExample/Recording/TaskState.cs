namespace AsyncByExample.Recording;

/// <summary>What a task is doing at a moment of the timeline. The names are the same in code, charts and prose.</summary>
public enum TaskState
{
    /// <summary>Holds the thread and works.</summary>
    Running,

    /// <summary>Holds the thread and waits: nobody else can run.</summary>
    Blocking,

    /// <summary>Has let go of the thread and waits for a timer or for I/O.</summary>
    Waiting,

    /// <summary>Could run, but somebody else holds the thread.</summary>
    Ready,
}
