namespace Dib.Format;

/// <summary>A line such as <c>#!csharp</c> that starts a cell.</summary>
internal sealed record DibSeparator(int Line, string KernelName, bool HasText);
