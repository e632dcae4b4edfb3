namespace AsyncByExample.Recording;

internal static class TaskStates
{
    /// <summary>Whether nobody else can use the thread meanwhile.</summary>
    public static bool HoldsThread(this TaskState state) => state is TaskState.Running or TaskState.Blocking;
}
