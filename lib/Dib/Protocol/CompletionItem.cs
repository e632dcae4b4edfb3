namespace Dib.Protocol;

/// <summary>One thing that could be typed.</summary>
public sealed record CompletionItem(
    string DisplayText,
    string? Kind,
    string FilterText,
    string SortText,
    string InsertText,
    string? InsertTextFormat,
    string Documentation
);
