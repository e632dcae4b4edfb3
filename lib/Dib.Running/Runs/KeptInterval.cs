namespace Dib.Running.Runs;

/// <summary>A time that a task spent in one state, from the start of its run.</summary>
internal sealed record KeptInterval(KeptState State, TimeSpan From, TimeSpan To);
