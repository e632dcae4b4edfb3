namespace Dib.Protocol;

/// <summary>Asks for the parameters of the call at a place; answered by <see cref="SignatureHelpProduced"/>.</summary>
public sealed record RequestSignatureHelp(string Code, LinePosition LinePosition)
    : LanguageServiceCommand(Code, LinePosition);
