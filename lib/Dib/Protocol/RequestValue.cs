namespace Dib.Protocol;

/// <summary>Asks for one variable's value; answered by <see cref="ValueProduced"/>.</summary>
public sealed record RequestValue(string Name, string MimeType = "application/json") : KernelCommand;
