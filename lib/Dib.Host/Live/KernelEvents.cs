using Dib.Host.Running;
using Dib.Protocol;

namespace Dib.Host.Live;

/// <summary>Sorts what a kernel tells of a cell.</summary>
internal static class KernelEvents
{
    /// <summary>Takes an event into the outputs; one that says why the cell failed is given back as that.</summary>
    internal static CellFailure? Receive(this LiveOutputs outputs, KernelEvent message)
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
