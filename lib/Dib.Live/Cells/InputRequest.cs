namespace Dib.Live.Cells;

/// <summary>What a running cell asks its reader, and waits for.</summary>
/// <param name="Number">Tells it from all others of the notebook.</param>
/// <param name="Prompt">The cell's words, to be shown as they are; may be empty.</param>
/// <param name="IsPassword">Whether what the reader types must not be shown.</param>
internal sealed record InputRequest(int Number, string Prompt, bool IsPassword);
