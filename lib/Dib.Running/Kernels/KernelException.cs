namespace Dib.Running.Kernels;

/// <summary>A kernel that did not start, or ended on its own; the message says how and what to do.</summary>
internal sealed class KernelException(string message, Exception? inner = null) : Exception(message, inner);
