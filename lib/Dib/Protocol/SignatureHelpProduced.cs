namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestSignatureHelp"/>.</summary>
public sealed record SignatureHelpProduced(
    IReadOnlyList<SignatureInformation> Signatures,
    int ActiveSignatureIndex,
    int ActiveParameterIndex
) : KernelEvent;
