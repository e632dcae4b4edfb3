using System.Diagnostics;

namespace Dib.Running.Kernels;

/// <summary>Listens to a kernel's standard error, where a dying process says why.</summary>
internal sealed class KernelErrorStream
{
    private readonly Lock _gate = new();
    private string? _firstLine;
    private bool _overflowed;

    internal KernelErrorStream(Process process)
    {
        process.ErrorDataReceived += (_, received) => Hear(received.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>How the process ended, as the end of a sentence that begins with "the kernel".</summary>
    internal string Explain(int exitCode)
    {
        lock (_gate)
        {
            return _overflowed ? "ended with a stack overflow"
                : _firstLine is null ? $"ended with exit code {exitCode}"
                : $"ended with exit code {exitCode} ({_firstLine})";
        }
    }

    private void Hear(string? line)
    {
        lock (_gate)
        {
            _overflowed |= line?.StartsWith("Stack overflow", StringComparison.Ordinal) == true;
            if (string.IsNullOrWhiteSpace(_firstLine))
                _firstLine = line?.Trim();
        }
    }
}
