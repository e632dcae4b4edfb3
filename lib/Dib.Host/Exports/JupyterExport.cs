using Dib.Format;
using Dib.Running.Execution;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace Dib.Host.Exports;

/// <summary>Makes a notebook of Jupyter's, as VS Code and the tool write it, of what a notebook gave.</summary>
internal static class JupyterExport
{
    /// <param name="paths">From where the notebook lies to where the copy will.</param>
    /// <param name="hasCopy">Whether a notebook of that name has a copy in the same folder.</param>
    internal static string Of(NotebookResult result, MovedPaths paths, Func<string, bool> hasCopy)
    {
        var document = new InteractiveDocument([.. result.Cells.SelectMany(cell => Elements(cell, paths, hasCopy))]);
        foreach (var (i, element) in document.Elements.Index())
            element.Id = $"cell-{i + 1}";
        foreach (var (i, element) in document.Elements.Where(element => element.ExecutionOrder > 0).Index())
            Number(element, i + 1);
        return document.ToJupyterJson("C#") + "\n";
    }

    private static IEnumerable<InteractiveDocumentElement> Elements(
        CellResult cell,
        MovedPaths paths,
        Func<string, bool> hasCopy
    )
    {
        var (kernel, text) = (cell.Cell.KernelName, cell.Cell.Text);
        yield return kernel == "markdown"
            ? new InteractiveDocumentElement(paths.InProse(text, NotebookFormat.Jupyter, hasCopy), kernel, [])
            : new InteractiveDocumentElement(paths.InCell(text), kernel, Outputs(cell))
            {
                ExecutionOrder = Order(cell),
            };
        // Who runs it again gets what the command line has set.
        if (!cell.Knobs.IsEmpty)
            yield return new InteractiveDocumentElement(
                string.Join('\n', cell.Knobs.Select(knob => knob.Code).Prepend("// set from the command line")),
                kernel,
                []
            )
            {
                ExecutionOrder = Order(cell),
            };
    }

    // Whether it has run; its number is given when all are there.
    private static int Order(CellResult cell) => cell.State == CellState.NotRun ? 0 : 1;

    private static void Number(InteractiveDocumentElement element, int number)
    {
        element.ExecutionOrder = number;
        foreach (var value in element.Outputs.OfType<ReturnValueElement>())
            value.ExecutionOrder = number;
    }

    private static IEnumerable<InteractiveDocumentOutputElement> Outputs(CellResult cell)
    {
        foreach (var output in cell.Outputs)
            yield return output.Kind switch
            {
                OutputKind.Stdout => new TextElement(output.Text, "stdout"),
                OutputKind.Stderr => new TextElement(output.Text, "stderr"),
                OutputKind.Result => Value(output),
                _ => new DisplayElement(Formats(output)),
            };
        if (cell.Failure is { } failure)
            yield return new ErrorElement(failure.Message, "Error", failure.Details.Split('\n'));
    }

    private static ReturnValueElement Value(CellOutput output)
    {
        var value = new ReturnValueElement();
        foreach (var (type, text) in Formats(output))
            value.Data[type] = text;
        return value;
    }

    private static Dictionary<string, object> Formats(CellOutput output) =>
        output
            .OtherFormats.Prepend(output)
            .ToDictionary(each => each.MimeType, each => (object)each.Text, StringComparer.Ordinal);
}
