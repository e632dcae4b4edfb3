using Dib.Protocol;

namespace Dib.Running.Execution;

/// <summary>Takes what a cell puts out, and decides how much of it is kept.</summary>
internal interface ICellOutputs
{
    /// <summary>Takes a piece of printed text.</summary>
    void Print(OutputKind kind, DisplayEvent output);

    /// <summary>Takes a value, or a newer form of one.</summary>
    void Show(OutputKind kind, DisplayEvent output);
}
