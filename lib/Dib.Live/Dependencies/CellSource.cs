namespace Dib.Live.Dependencies;

/// <summary>What of a cell matters for what depends on it.</summary>
internal sealed record CellSource(string Id, string Kind, string Text);
