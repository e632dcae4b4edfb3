using Dib.Host.Live.Files;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    /// <summary>How long an edit lives in memory only.</summary>
    internal static readonly TimeSpan TimeToKeep = TimeSpan.FromSeconds(1);

    private readonly Lock _keeping = new();
    private ITimer? _keepsSoon;

    /// <summary>Shows the edits again that an earlier session did not save.</summary>
    private void TakeKeptEdits()
    {
        if (KeptEdits.Read(_file.Path) is not { } kept)
            return;
        var isSameFile = kept.FileHash == _file.Hash;
        _cells.Clear();
        foreach (var (kind, text, fileIndex) in kept.Cells)
            _cells.Add(NewCell(kind, text, isSameFile ? fileIndex : null));
        if (!HasEdits)
            return;
        if (!isSameFile)
            _file = _file.SeenAs(kept.FileHash);
        Say("These are your edits of last time, which were not saved. Save them, or discard them.", isProblem: true);
    }

    private void KeepEditsSoon() =>
        _keepsSoon ??= _time.CreateTimer(_ => KeepEdits(), null, TimeToKeep, Timeout.InfiniteTimeSpan);

    private void KeepEdits()
    {
        lock (_keeping)
        {
            KeptEdits? edits;
            lock (_gate)
            {
                _keepsSoon?.Dispose();
                _keepsSoon = null;
                edits = HasEdits ? new KeptEdits(_file.Hash, CellEdits().Cells) : null;
            }
            KeptEdits.Write(_file.Path, edits);
        }
    }
}
