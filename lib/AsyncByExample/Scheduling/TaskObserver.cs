namespace AsyncByExample.Scheduling;

/// <summary>Who is told of the tasks of the example that is running.</summary>
internal static class TaskObserver
{
    private static readonly AsyncLocal<ITaskObserver?> Ambient = new();

    /// <summary>The example that was observed on the calling thread is over: called so that what it left behind can go.</summary>
    public static Action? ExampleEnded { get; set; }

    /// <summary>Null where nobody listens.</summary>
    public static ITaskObserver? Current
    {
        get => Ambient.Value;
        set
        {
            Ambient.Value = value;
            if (value is null)
                ExampleEnded?.Invoke();
        }
    }
}
