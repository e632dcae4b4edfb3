using System.Collections.Immutable;
using Dib.Format;
using Dib.Live.Cells;
using Dib.Live.Files;

namespace Dib.Live.Sessions;

/// <summary>Writes a notebook into its file, and reads it again.</summary>
internal sealed class Saver(SessionState state, NotebookEditor editor, EditKeeper edits, OutputKeeper outputs)
    : IDisposable
{
    private readonly SemaphoreSlim _saving = new(1);

    internal Task<SaveOutcome> SaveAsync() => SaveAsync(overwrite: false);

    /// <summary>Saves over whatever is in the file now.</summary>
    internal Task<SaveOutcome> OverwriteAsync() => SaveAsync(overwrite: true);

    /// <summary>Saves under a free name beside the file, which stays as it is.</summary>
    internal Task<SaveOutcome> SaveCopyAsync() => Task.Run(() => state.File.SaveCopy(Lasting().Edits));

    /// <summary>Throws all edits away and reads the file again; cells that are the same keep their outputs. The sentence says what went wrong, if anything.</summary>
    internal async Task<string?> ReloadAsync()
    {
        try
        {
            var file = await Task.Run(() => NotebookFile.Load(state.File.Path));
            editor.Edit(() => (Take(file), NotebookChange.OfStructure));
            edits.Keep();
            return null;
        }
        catch (NotebookException e)
        {
            return e.Message;
        }
    }

    public void Dispose() => _saving.Dispose();

    private async Task<SaveOutcome> SaveAsync(bool overwrite)
    {
        await _saving.WaitAsync();
        try
        {
            var (saved, cells) = Lasting();
            var (outcome, file) = await Task.Run(() => state.File.Save(saved, overwrite));
            if (file != state.File)
                state.Change(() =>
                {
                    state.File = file;
                    state.Cells.Place(cells);
                    return NotebookChange.OfNotebook;
                });
            outputs.Keep();
            edits.Keep();
            return outcome;
        }
        finally
        {
            _saving.Release();
        }
    }

    private (ImmutableArray<DibCellEdit> Edits, CellModel[] Cells) Lasting() =>
        state.Read(() =>
            (state.Cells.Lasting.Select(cell => cell.ToEdit()).ToImmutableArray(), state.Cells.Lasting.ToArray())
        );

    private IEnumerable<string> Take(NotebookFile file)
    {
        state.File = file;
        var gone = state.Cells.Replace(file.Cells);
        gone.ForEach(state.Queue.Remove);
        return gone.Select(cell => cell.Id);
    }
}
