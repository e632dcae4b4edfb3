using Dib.Running.Kernels;
using Spectre.Console;

namespace Dib.Host.Commands;

/// <summary>Where the host runs: what a test replaces.</summary>
internal sealed record HostEnvironment(
    string CurrentDirectory,
    IAnsiConsole Console,
    TextWriter Error,
    TimeProvider Time,
    Func<KernelLauncher, string, CancellationToken, Task<IKernel>> StartKernel
);
