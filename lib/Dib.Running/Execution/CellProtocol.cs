using System.Globalization;
using Dib.Protocol;

namespace Dib.Running.Execution;

/// <summary>How a cell is given to a kernel, and what the kernel tells of it.</summary>
internal static class CellProtocol
{
    /// <summary>The command that runs a cell.</summary>
    /// <param name="number">The cell's number among all cells of the notebook, from one.</param>
    internal static SubmitCode CommandFor(string kind, string text, int number) =>
        new(text)
        {
            TargetKernelName = kind,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["cell"] = number.ToString(CultureInfo.InvariantCulture),
            },
        };

    /// <summary>Takes an event into the outputs; one that says why the cell failed is given back as that.</summary>
    internal static CellFailure? Receive(this ICellOutputs outputs, KernelEvent message)
    {
        switch (message)
        {
            case StandardOutputValueProduced output:
                outputs.Print(OutputKind.Stdout, output);
                break;
            case StandardErrorValueProduced output:
                outputs.Print(OutputKind.Stderr, output);
                break;
            // The last word on a cell, unless the error is in a file that it imports: then the cell itself succeeds.
            case ErrorProduced error:
                return CellFailure.From(error.Message, null);
            case CommandFailed end:
                return CellFailure.From(end.Message, end.LinePosition);
            case ReturnValueProduced output:
                outputs.Show(OutputKind.Result, output);
                break;
            case DisplayEvent output:
                outputs.Show(OutputKind.Display, output);
                break;
        }
        return null;
    }
}
