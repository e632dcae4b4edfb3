using Dib.Running;
using Dib.Running.Execution;
using Dib.Running.Notebooks;

namespace Dib.Host.Terminal;

/// <summary>A run as lines of text: a line per cell, with what it prints indented under it.</summary>
internal sealed class PlainDisplay(TextWriter output) : RunDisplay, IProgress<RunEvent>
{
    private readonly LineSplitter _lines = new();
    private bool _cellHasPrinted;
    private bool _lineIsOpen;

    internal override async Task ShowAsync(IReadOnlyList<Notebook> notebooks, Func<IProgress<RunEvent>, Task> run)
    {
        try
        {
            await run(this);
        }
        finally
        {
            if (_lineIsOpen)
                await output.WriteLineAsync();
        }
    }

    public void Report(RunEvent value)
    {
        switch (value)
        {
            case RunEvent.NotebookStarted started:
                output.WriteLine(started.Notebook.Name);
                break;
            case RunEvent.CellStarted started:
                output.Write($"  cell {started.Index}/{started.Notebook.Document.Cells.Length} …");
                (_cellHasPrinted, _lineIsOpen) = (false, true);
                break;
            case RunEvent.Printed printed:
                foreach (var line in _lines.Add(printed.Text))
                    Print(line);
                break;
            case RunEvent.CellEnded ended:
                End(ended.Result);
                break;
            case RunEvent.NotebookEnded { Result.Failure: { } failure }:
                output.WriteLine($"  {failure}");
                break;
        }
        output.Flush();
    }

    private void Print(string line)
    {
        if (!_cellHasPrinted)
            output.WriteLine();
        (_cellHasPrinted, _lineIsOpen) = (true, false);
        output.WriteLine($"    {line}".TrimEnd());
    }

    private void End(CellResult result)
    {
        if (_lines.Rest() is { } rest)
            Print(rest);
        _lineIsOpen = false;
        var failed = result.State == CellState.Failed ? ", failed" : "";
        output.WriteLine($"{(_cellHasPrinted ? "  …" : "")} {Seconds.Of(result.Elapsed)}{failed}");
    }
}
