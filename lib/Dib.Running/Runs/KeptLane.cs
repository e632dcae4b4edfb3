namespace Dib.Running.Runs;

/// <summary>What a task did.</summary>
/// <param name="FirstLine">How many lines had been printed when it appeared.</param>
/// <param name="Items">What it took from the work queue; null where the file does not say.</param>
internal sealed record KeptLane(string Name, KeptInterval[] Intervals, int FirstLine, KeptItem[]? Items = null);
