using Dib.Running;
using Dib.Running.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dib.Host.Terminal;

/// <summary>Says which cell runs and for how long; at the end, how long the notebook took.</summary>
internal sealed class CellTimeColumn(TimeProvider time) : ProgressColumn
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ProgressTask, string> _ended = [];
    private (ProgressTask Task, int Index, long Start) _running;

    protected override bool NoWrap => true;

    internal void Start(ProgressTask task, int index)
    {
        lock (_gate)
            _running = (task, index, time.GetTimestamp());
    }

    internal void End(ProgressTask task, NotebookResult result)
    {
        lock (_gate)
            _ended[task] = (result.IsOk ? "[green]✓[/] " : "[red]✗ failed after[/] ") + Seconds.Of(result.Elapsed);
    }

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        lock (_gate)
        {
            if (_ended.TryGetValue(task, out var text))
                return new Markup(text);
            return task == _running.Task
                ? new Text(
                    $"cell {_running.Index}/{task.MaxValue:0} … {Seconds.Of(time.GetElapsedTime(_running.Start))}"
                )
                : Text.Empty;
        }
    }
}
