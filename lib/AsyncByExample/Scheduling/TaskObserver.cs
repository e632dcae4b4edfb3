namespace AsyncByExample.Scheduling;

/// <summary>Who is told of the tasks of the example that is running.</summary>
internal static class TaskObserver
{
    private static readonly AsyncLocal<ITaskObserver?> Ambient = new();

    /// <summary>Null where nobody listens.</summary>
    public static ITaskObserver? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }
}
