namespace Dib.Running.Runs;

/// <summary>What a task did.</summary>
/// <param name="FirstLine">How many lines had been printed when it appeared.</param>
internal sealed record KeptLane(string Name, KeptInterval[] Intervals, int FirstLine);
