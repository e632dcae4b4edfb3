using Dib.Running.Execution;

namespace Dib.Live.Cells;

/// <summary>One output of a cell as it is now.</summary>
/// <param name="Key">The output's number within its cell, which it keeps while it grows or is updated in place.</param>
/// <param name="Content">The same object as before when the output has not changed.</param>
internal sealed record OutputView(int Key, CellOutput Content)
{
    /// <summary>What it was before it was updated in place.</summary>
    internal CellOutput First { get; init; } = Content;
}
