using Dib.Live.Knobs;

namespace Dib.Live.Sessions;

/// <summary>Sets knobs in the text of the cell that has them.</summary>
internal sealed class KnobEditor(SessionState state, NotebookEditor editor)
{
    /// <summary>A cell of knobs as a form; null when it is none any more, or does not parse.</summary>
    internal KnobForm? FormOf(string id) =>
        state.View.Cells.FirstOrDefault(cell => cell.Id == id) is { IsKnobs: true } cell
            ? KnobForm.Read(cell.Text, Path.GetDirectoryName(state.File.Path)!)
            : null;

    /// <summary>Sets one field in the cell's text; run <see cref="Runner.StaleAfter"/> then. Nothing changes when there is a problem.</summary>
    internal KnobEdit Set(string id, string key, string value)
    {
        if (FormOf(id) is not { } form)
            return new KnobEdit(null, "The cell of knobs is gone, or its text does not parse.");
        var edit = form.With(key, value);
        if (edit.Text is { } text)
            editor.SetText(id, text);
        return edit;
    }
}
