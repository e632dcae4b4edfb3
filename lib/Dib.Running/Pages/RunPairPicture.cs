using System.Net;
using Dib.Running.Runs;

namespace Dib.Running.Pages;

/// <summary>
/// A run and an earlier one on one axis, as the charts draw them: of each task its bars, and below them, thin and pale,
/// those of the earlier run.
/// </summary>
internal static class RunPairPicture
{
    private const int Gap = 2;
    private const int Strip = 5;
    private const int Height = RunPicture.Bar + Gap + Strip;

    /// <param name="run">The later run.</param>
    /// <param name="before">One that counts in the same unit.</param>
    internal static string Of(KeptRun run, KeptRun before)
    {
        var scale = Math.Max(run.Length, before.Length);
        var tasks = run
            .Timeline.Lanes.Concat(before.Timeline.Lanes)
            .Select(lane => lane.Name)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return $"""
            <figure class="picture pair">
            {string.Concat(tasks.Take(RunPicture.MostRows).Select(task => Row(task, run, before, scale)))}
            <figcaption>{LeftOut(
                tasks.Length
            )}total <b>{run.TotalText}</b>, before <b>{before.TotalText}</b></figcaption>
            </figure>
            {RunPicture.Legend("A row is a task, and the pale strip below it the same task before")}
            """;
    }

    private static string Row(string task, KeptRun run, KeptRun before, double scale)
    {
        var (now, then) = (LaneOf(run, task), LaneOf(before, task));
        var text = $"{task}: {Text(run, now)}; before: {Text(before, then)}";
        return $"""
            <p>{WebUtility.HtmlEncode(task)}</p>
            <svg role="img" aria-label="{WebUtility.HtmlEncode(text)}" viewBox="0 0 {RunPicture.Width} {Height}">{Bars(
                run,
                now,
                0,
                RunPicture.Bar,
                scale
            )}<g class="before">{Bars(before, then, RunPicture.Bar + Gap, Strip, scale)}</g></svg>
            """;
    }

    private static string Bars(KeptRun run, KeptLane? lane, double y, double height, double scale) =>
        lane is null ? "" : RunPicture.Bars(run, lane, y, height, scale);

    private static string Text(KeptRun run, KeptLane? lane) =>
        lane is null ? "not there"
        : RunPicture.Text(run, lane) is { Length: > 0 } text ? text
        : "nothing that takes time";

    private static KeptLane? LaneOf(KeptRun run, string task) =>
        run.Timeline.Lanes.FirstOrDefault(lane => lane.Name == task);

    private static string LeftOut(int tasks) =>
        tasks > RunPicture.MostRows ? $"the first {RunPicture.MostRows} of {tasks} tasks, " : "";
}
