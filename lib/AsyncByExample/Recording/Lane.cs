namespace AsyncByExample.Recording;

/// <summary>One task of the running example, as the recorder knows it.</summary>
internal sealed class Lane(Recorder recorder, int index, string name, int firstLine)
{
    public Recorder Recorder { get; } = recorder;

    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>How many lines the example had printed when the task first appeared.</summary>
    public int FirstLine { get; } = firstLine;

    /// <summary>What the task does once it lets go of the thread; null when it is finished then.</summary>
    public TaskState? WhenLetGo { get; set; } = TaskState.Waiting;

    /// <summary>How many threads run on the lane's behalf just now.</summary>
    public int Holders { get; set; }
}
