using System.Diagnostics;

namespace Dib.Host.Kernels;

/// <summary>Listens to a kernel's standard error, where a dying process says why.</summary>
internal sealed class KernelErrorStream
{
    private readonly Lock gate = new();
    private string? firstLine;
    private bool overflowed;

    internal KernelErrorStream(Process process)
    {
        process.ErrorDataReceived += (_, received) => Hear(received.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>How the process ended, as the end of a sentence that begins with "the kernel".</summary>
    internal string Explain(int exitCode)
    {
        lock (gate)
        {
            return overflowed ? "ended with a stack overflow"
                : firstLine is null ? $"ended with exit code {exitCode}"
                : $"ended with exit code {exitCode} ({firstLine})";
        }
    }

    private void Hear(string? line)
    {
        lock (gate)
        {
            overflowed |= line?.StartsWith("Stack overflow", StringComparison.Ordinal) == true;
            if (string.IsNullOrWhiteSpace(firstLine))
                firstLine = line?.Trim();
        }
    }
}
