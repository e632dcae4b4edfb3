namespace AsyncByExample.Recording;

/// <summary>A recorded event: from now on the lane is in this state; null says that it is finished.</summary>
internal readonly record struct Change(int Lane, TaskState? State, TimeSpan At, int Thread, SourceLine? Source);
