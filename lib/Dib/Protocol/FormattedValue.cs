namespace Dib.Protocol;

/// <summary>A value rendered as one MIME type.</summary>
public sealed record FormattedValue(string MimeType, string Value, bool SuppressDisplay = false);
