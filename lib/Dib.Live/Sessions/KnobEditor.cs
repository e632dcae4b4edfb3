using Dib.Live.Knobs;

namespace Dib.Live.Sessions;

/// <summary>Sets knobs in the text of the cell that has them.</summary>
internal sealed class KnobEditor(SessionState state, NotebookEditor editor)
{
    /// <summary>The cell of knobs as a form; null when the notebook has none, or when it does not parse.</summary>
    internal KnobForm? Form =>
        state.View.Cells.FirstOrDefault(cell => cell.IsKnobs) is { } cell
            ? KnobForm.Read(cell.Id, cell.Text, Path.GetDirectoryName(state.File.Path)!)
            : null;

    /// <summary>Sets one field in the cell's text; run <see cref="Runner.StaleAfter"/> then. Nothing changes when there is a problem.</summary>
    internal KnobEdit Set(string key, string value)
    {
        if (Form is not { } form)
            return new KnobEdit(null, "The cell of knobs is gone, or its text does not parse.");
        var edit = form.With(key, value);
        if (edit.Text is { } text)
            editor.SetText(form.Cell, text);
        return edit;
    }
}
