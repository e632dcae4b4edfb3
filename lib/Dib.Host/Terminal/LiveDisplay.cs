using Dib.Running.Execution;
using Dib.Running.Notebooks;
using Spectre.Console;

namespace Dib.Host.Terminal;

/// <summary>A run on a terminal: printed lines scroll by above a line per notebook that keeps counting.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, TimeProvider time) : RunDisplay, IProgress<RunEvent>
{
    private readonly Dictionary<Notebook, ProgressTask> _tasks = [];
    private readonly LineSplitter _lines = new();
    private readonly CellTimeColumn _cellTime = new(time);

    internal override Task ShowAsync(IReadOnlyList<Notebook> notebooks, Func<IProgress<RunEvent>, Task> run) =>
        console
            .Progress()
            .Columns(
                new SpinnerColumn(Spinner.Known.Dots) { CompletedText = " " },
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = 24 },
                _cellTime
            )
            .StartAsync(async context =>
            {
                foreach (var notebook in notebooks)
                    _tasks[notebook] = context.AddTask(
                        notebook.Name.EscapeMarkup(),
                        autoStart: false,
                        maxValue: notebook.Document.Cells.Length
                    );
                await run(this);
            });

    public void Report(RunEvent value)
    {
        switch (value)
        {
            case RunEvent.NotebookStarted started:
                _tasks[started.Notebook].StartTask();
                break;
            case RunEvent.CellStarted started:
                _tasks[started.Notebook].Value = started.Index - 1;
                _cellTime.Start(_tasks[started.Notebook], started.Index);
                break;
            case RunEvent.Printed printed:
                foreach (var line in _lines.Add(printed.Text))
                    console.WriteLine(line);
                break;
            case RunEvent.CellEnded:
                if (_lines.Rest() is { } rest)
                    console.WriteLine(rest);
                break;
            case RunEvent.NotebookEnded ended:
                End(ended.Result);
                break;
        }
    }

    private void End(NotebookResult result)
    {
        var task = _tasks[result.Notebook];
        _cellTime.End(task, result);
        if (result.Failure is { } failure)
        {
            task.Description = $"[red]{result.Notebook.Name.EscapeMarkup()}[/]";
            console.WriteLine(failure, new Style(Color.Red));
        }
        else
        {
            task.Value = task.MaxValue;
        }
        task.StopTask();
    }
}
