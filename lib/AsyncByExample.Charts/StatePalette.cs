using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>How each state looks: a colour of the theme, and a pattern for eyes and printers that lack colours.</summary>
internal static class StatePalette
{
    /// <summary>The states in the order of a legend.</summary>
    public static IReadOnlyList<TaskState> InOrder { get; } =
    [TaskState.Running, TaskState.Blocking, TaskState.Waiting, TaskState.Ready];

    /// <summary>Plotly's marker for bars of a state.</summary>
    public static object Marker(TaskState state)
    {
        var name = Name(state);
        return new
        {
            color = $"@{name}",
            line = new { color = $"@{name}-edge", width = 1 },
            pattern = new
            {
                shape = Pattern(state),
                fillmode = "overlay",
                fgcolor = "@pattern",
                size = 6,
                solidity = 0.22,
            },
        };
    }

    /// <summary>The state's name, as code, charts and prose have it.</summary>
    public static string Name(TaskState state) =>
        state switch
        {
            TaskState.Running => "running",
            TaskState.Blocking => "blocking",
            TaskState.Waiting => "waiting",
            _ => "ready",
        };

    private static string Pattern(TaskState state) =>
        state switch
        {
            TaskState.Blocking => "/",
            TaskState.Waiting => ".",
            _ => "",
        };
}
