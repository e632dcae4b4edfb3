namespace Dib.Protocol;

/// <summary>A cell's code is whole, so it is compiled and run.</summary>
public sealed record CompleteCodeSubmissionReceived(string Code) : KernelEvent;
