using Dib.Host.Live.Knobs;

namespace Dib.Host.Live;

internal sealed partial class NotebookSession
{
    /// <summary>The cell of knobs as a form; null when the notebook has none, or when it does not parse.</summary>
    internal KnobForm? Knobs =>
        View.Cells.FirstOrDefault(cell => cell.IsKnobs) is { } cell
            ? KnobForm.Read(cell.Id, cell.Text, Path.GetDirectoryName(_file.Path)!)
            : null;

    /// <summary>Sets one field in the cell's text; run <see cref="StaleAfter"/> then. Nothing changes when there is a problem.</summary>
    internal KnobEdit SetKnob(string key, string value)
    {
        if (Knobs is not { } form)
            return new KnobEdit(null, "The cell of knobs is gone, or its text does not parse.");
        var edit = form.With(key, value);
        if (edit.Text is { } text)
            SetText(form.Cell, text);
        return edit;
    }
}
