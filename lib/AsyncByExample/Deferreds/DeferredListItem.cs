namespace AsyncByExample.Deferreds;

/// <summary>What became of one Deferred of a <see cref="DeferredList"/>.</summary>
/// <param name="Index">Which one it is, counted from 0.</param>
/// <param name="Success">Whether it has a result; otherwise it failed.</param>
/// <param name="Value">Its result; null if it failed.</param>
/// <param name="Error">What it failed with; null if it did not.</param>
public readonly record struct DeferredListItem(int Index, bool Success, object? Value, Exception? Error);
