namespace Dib.Protocol;

/// <summary>Asks what could be typed at a place; answered by <see cref="CompletionsProduced"/>.</summary>
public sealed record RequestCompletions(string Code, LinePosition LinePosition)
    : LanguageServiceCommand(Code, LinePosition);
