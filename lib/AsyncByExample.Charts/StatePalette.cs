using AsyncByExample.Recording;

namespace AsyncByExample.Charts;

/// <summary>
/// How each state looks: a colour of the theme, and a pattern for eyes and printers that lack colours. Four fills that
/// all have a contrast of 3:1 to the page cannot have it to each other as well. So running, blocking and waiting have it
/// to the page and to ready; ready is hollow, with an edge; and where two bars touch, a line of the page's colour
/// separates them.
/// </summary>
internal static class StatePalette
{
    /// <summary>The states in the order of a legend.</summary>
    public static IReadOnlyList<TaskState> InOrder { get; } =
    [TaskState.Running, TaskState.Blocking, TaskState.Waiting, TaskState.Ready];

    /// <summary>Plotly's marker for bars of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isThin">Whether the bars are so short that a line around them would cover them: theirs has their own colour.</param>
    public static object Marker(TaskState state, bool isThin = false) =>
        new
        {
            color = $"@{Name(state)}",
            line = new { color = isThin ? OwnLine(state) : Edge(state), width = 1.4 },
            pattern = new
            {
                shape = isThin ? "" : Pattern(state),
                fillmode = "overlay",
                fgcolor = state == TaskState.Ready ? "@ready-edge" : "@page",
                size = 6,
                solidity = state == TaskState.Ready ? 0.12 : 0.24,
            },
        };

    /// <summary>The colour of the line around bars of a state.</summary>
    internal static string Edge(TaskState state) => state == TaskState.Ready ? "@ready-edge" : "@page";

    /// <summary>The state's name, as code, charts and prose have it.</summary>
    public static string Name(TaskState state) =>
        state switch
        {
            TaskState.Running => "running",
            TaskState.Blocking => "blocking",
            TaskState.Waiting => "waiting",
            _ => "ready",
        };

    internal static string Pattern(TaskState state) =>
        state switch
        {
            TaskState.Blocking => "/",
            TaskState.Waiting => ".",
            TaskState.Ready => "-",
            _ => "",
        };

    private static string OwnLine(TaskState state) => state == TaskState.Ready ? "@ready-edge" : $"@{Name(state)}";
}
