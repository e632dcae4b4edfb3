using Dib.Host.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dib.Host.Terminal;

/// <summary>Says which cell runs and for how long; at the end, how long the notebook took.</summary>
internal sealed class CellTimeColumn(TimeProvider time) : ProgressColumn
{
    private readonly Lock gate = new();
    private readonly Dictionary<ProgressTask, string> ended = [];
    private (ProgressTask Task, int Index, long Start) running;

    protected override bool NoWrap => true;

    internal void Start(ProgressTask task, int index)
    {
        lock (gate)
            running = (task, index, time.GetTimestamp());
    }

    internal void End(ProgressTask task, NotebookResult result)
    {
        lock (gate)
            ended[task] = Seconds.Of(result.Elapsed) + (result.IsOk ? "" : ", failed");
    }

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        lock (gate)
        {
            if (ended.TryGetValue(task, out var text))
                return new Text(text);
            return task == running.Task
                ? new Text($"cell {running.Index}/{task.MaxValue:0} … {Seconds.Of(time.GetElapsedTime(running.Start))}")
                : Text.Empty;
        }
    }
}
