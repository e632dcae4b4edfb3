namespace Dib.Protocol;

/// <summary>Asks what stands at a place; answered by <see cref="HoverTextProduced"/>.</summary>
public sealed record RequestHoverText(string Code, LinePosition LinePosition)
    : LanguageServiceCommand(Code, LinePosition);
