namespace Dib.Protocol;

/// <summary>Asks for the variables of a kernel; answered by <see cref="ValueInfosProduced"/>.</summary>
public sealed record RequestValueInfos(string MimeType = "text/plain+summary") : KernelCommand;
