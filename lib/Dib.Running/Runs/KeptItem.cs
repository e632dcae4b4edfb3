namespace Dib.Running.Runs;

/// <summary>An item that a task took from the work queue, and when, from the start of its run.</summary>
internal sealed record KeptItem(string Work, TimeSpan From);
