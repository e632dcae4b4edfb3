using System.Collections.Immutable;
using Dib.Format;
using Dib.Host.Live.Files;
using Dib.Host.Notebooks;
using Dib.Host.Pages;
using Dib.Host.Running;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    private readonly SemaphoreSlim _saving = new(1);
    private readonly Lock _remembering = new();
    private readonly NotebookState _lastState;

    private bool HasEdits =>
        !_cells
            .Where(cell => cell.Text.Trim('\n').Length > 0)
            .Select(cell => (cell.Kind, cell.Text.Trim('\n')))
            .SequenceEqual(_file.Document.Cells.Select(cell => (cell.KernelName, cell.Text)));

    internal Task<SaveOutcome> SaveAsync() => SaveAsync(overwrite: false);

    /// <summary>Saves over whatever is in the file now.</summary>
    internal Task<SaveOutcome> OverwriteAsync() => SaveAsync(overwrite: true);

    /// <summary>Saves under a free name beside the file, which stays as it is.</summary>
    internal Task<SaveOutcome> SaveCopyAsync() => Task.Run(() => _file.SaveCopy(CellEdits().Cells));

    /// <summary>Throws all edits away and reads the file again; cells that are the same keep their outputs. The sentence says what went wrong, if anything.</summary>
    internal async Task<string?> ReloadAsync()
    {
        try
        {
            var file = await Task.Run(() => NotebookFile.Load(_file.Path));
            Edit(() => (Take(file), NotebookChange.OfStructure));
            KeepEdits();
            return null;
        }
        catch (NotebookException e)
        {
            return e.Message;
        }
    }

    /// <summary>The notebook with its outputs as one HTML page that needs nothing else.</summary>
    internal Task<string> ToHtmlAsync() => Task.Run(() => NotebookPage.Of(ToResult(), hasPage: _ => false));

    private async Task<SaveOutcome> SaveAsync(bool overwrite)
    {
        await _saving.WaitAsync();
        try
        {
            var (cells, models) = CellEdits();
            var (outcome, file) = await Task.Run(() => _file.Save(cells, overwrite));
            if (file != _file)
                Change(() =>
                {
                    _file = file;
                    ForgetPlaces();
                    foreach (var (i, cell) in models.Index())
                        cell.FileIndex = i;
                    return NotebookChange.OfNotebook;
                });
            RememberOutputs();
            KeepEdits();
            return outcome;
        }
        finally
        {
            _saving.Release();
        }
    }

    // Like every editor, a file keeps no cell that is empty.
    private (ImmutableArray<DibCellEdit> Cells, CellModel[] Models) CellEdits()
    {
        lock (_gate)
        {
            CellModel[] models = [.. _cells.Where(cell => cell.Text.Trim('\n').Length > 0)];
            return ([.. models.Select(cell => new DibCellEdit(cell.Kind, cell.Text, cell.FileIndex))], models);
        }
    }

    private string[] Take(NotebookFile file)
    {
        var before = _cells.ToList();
        _file = file;
        ForgetPlaces();
        _cells.Clear();
        foreach (var (i, cell) in file.Document.Cells.Index())
        {
            var same = before.Find(other => other.Kind == cell.KernelName && other.Text.Trim('\n') == cell.Text);
            before.Remove(same!);
            same?.FileIndex = i;
            _cells.Add(same ?? NewCell(cell.KernelName, cell.Text, i));
        }
        before.ForEach(Unqueue);
        return [.. before.Select(cell => cell.Id)];
    }

    // Deleted cells too: brought back, they are new to the file.
    private void ForgetPlaces()
    {
        foreach (var cell in _cells.Concat(_deleted.Select(each => each.Cell)))
            cell.FileIndex = null;
    }

    private void RememberOutputs()
    {
        lock (_remembering)
        {
            RunSummary summary;
            (CellModel, LiveCell)[] cells;
            lock (_gate)
            {
                summary = new RunSummary(State, _totals);
                cells = [.. _cells.Select((cell, i) => (cell, cell.ToView(i + 1, isKnobs: false)))];
            }
            OutputsFile.Of(_file.Path).Write(summary, cells);
        }
    }

    /// <summary>What the table of contents says of the notebook; of an earlier session as long as this one has run nothing.</summary>
    internal NotebookState State
    {
        get
        {
            lock (_gate)
                return IsBusy ? NotebookState.Running
                    : _cells.Exists(cell => cell.Settled == CellStatus.Failed) ? NotebookState.Failed
                    : _cells.Exists(cell => cell.HasRun) ? NotebookState.Ran
                    : _lastState;
        }
    }

    private NotebookResult ToResult()
    {
        var view = View;
        var cells = view.Cells.Select(ToResult).ToImmutableArray();
        var document = DibDocument.Parse(DibWriter.Write(view.Cells.Select(cell => (cell.Kind, cell.Text))), Name);
        return new NotebookResult(new Notebook(_file.Path, Name, document), cells)
        {
            Elapsed = view.Cells.Aggregate(TimeSpan.Zero, (sum, cell) => sum + (cell.Elapsed ?? TimeSpan.Zero)),
            Totals = view.Totals,
            Failure = cells.FirstOrDefault(cell => cell.Failure is not null) is { } failed
                ? $"cell {failed.Index}: {failed.Failure!.Message}"
                : null,
        };
    }

    private static CellResult ToResult(LiveCell cell) =>
        new(cell.Number, new DibCell(cell.Kind, cell.Text, 1), StateOf(cell))
        {
            Elapsed = cell.Elapsed ?? TimeSpan.Zero,
            Outputs = [.. cell.Outputs.Select(output => output.Content)],
            Failure = cell.Failure,
        };

    private static CellState StateOf(LiveCell cell) =>
        cell.Failure is not null ? CellState.Failed
        : cell.Status is null || cell.Elapsed is not null ? CellState.Ok
        : CellState.NotRun;
}
