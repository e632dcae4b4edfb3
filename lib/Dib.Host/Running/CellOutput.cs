namespace Dib.Host.Running;

/// <summary>What a cell put out, in one piece.</summary>
internal sealed record CellOutput(OutputKind Kind, string MimeType, string Text);
