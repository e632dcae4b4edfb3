namespace Dib.Running.Runs;

/// <summary>What happened in a kept run.</summary>
/// <param name="HasWaits">Whether anybody waited; else only the order of its lines tells anything.</param>
internal sealed record KeptTimeline(KeptLane[] Lanes, KeptLine[] Lines, TimeSpan Total, bool HasWaits);
