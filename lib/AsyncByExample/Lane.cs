using AsyncByExample.Recording;

namespace AsyncByExample;

/// <summary>One task of the running example, as the recorder knows it.</summary>
internal sealed class Lane(Recorder recorder, int index, string name, int firstLine)
{
    public Recorder Recorder { get; } = recorder;

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>How many lines the example had printed when the task first appeared.</summary>
    public int FirstLine { get; } = firstLine;

    /// <summary>What it has done so far.</summary>
    public LaneIntervals Intervals { get; } = new();

    /// <summary>What the task does once it lets go of the thread; null when it is finished then.</summary>
    public TaskState? WhenLetGo { get; set; } = TaskState.Waiting;

    /// <summary>The thread that runs the lane a step at a time, which need not be a loop's; 0 for none.</summary>
    public int SteppedOn { get; set; }

    /// <summary>The thread on which the code that left the task went on; 0 once that code let go of it or took up another task.</summary>
    public int LeftOn { get; set; }

    /// <summary>How many times its state was told.</summary>
    public int Changes { get; set; }

    /// <summary>Since when the task is on a thread that is not its loop's; null where it is not.</summary>
    public (int Thread, TimeSpan Since)? Elsewhere { get; set; }

    /// <summary>Whether what it does there is drawn.</summary>
    public bool IsShownElsewhere { get; set; }

    /// <summary>When it left its event loop; null if it never did.</summary>
    public TimeSpan? LeftLoopAt { get; set; }

    /// <summary>The exceptions that have ended it.</summary>
    public List<TaskFailure> Failures { get; } = [];

    /// <summary>What was thrown last on its behalf; null if nothing was, or if its scheduler has told what became of it.</summary>
    public Recorder.Throw? Thrown { get; set; }

    /// <summary>How many threads run on the lane's behalf just now.</summary>
    public int Holders { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
