using Dib.Format;
using Dib.Live.Files;

namespace Dib.Live.Sessions;

/// <summary>Keeps the edits that are not saved in a file of their own, so that the next session has them.</summary>
internal sealed class EditKeeper(SessionState state)
{
    /// <summary>How long an edit lives in memory only.</summary>
    internal static readonly TimeSpan TimeToKeep = TimeSpan.FromSeconds(1);

    private readonly Lock _writing = new();
    private ITimer? _soon;

    /// <summary>Shows the edits again that an earlier session did not save.</summary>
    internal void Recall()
    {
        if (KeptEdits.Read(state.File.Path) is not { } kept)
            return;
        var isSameFile = kept.FileHash == state.File.Hash;
        state.Cells.Replace(isSameFile ? kept.Cells : kept.Cells.Select(cell => cell with { Index = null }));
        if (!state.HasEdits)
            return;
        if (!isSameFile)
            state.File = state.File.SeenAs(kept.FileHash);
        state.Say(
            "These are your edits of last time, which were not saved. Save them, or discard them.",
            isProblem: true
        );
    }

    /// <summary>Writes them down in a moment, with those that are made until then.</summary>
    internal void KeepSoon() =>
        _soon ??= state.Time.CreateTimer(_ => Keep(), null, TimeToKeep, Timeout.InfiniteTimeSpan);

    /// <summary>Writes them down now.</summary>
    internal void Keep()
    {
        lock (_writing)
        {
            var edits = state.Read(() =>
            {
                _soon?.Dispose();
                _soon = null;
                var cells = state.Cells.Lasting.Select(cell => cell.ToEdit());
                return state.HasEdits ? new KeptEdits(state.File.Hash, [.. cells]) : null;
            });
            KeptEdits.Write(state.File.Path, edits);
        }
    }
}
