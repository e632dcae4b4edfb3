using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Host.Commands;

/// <summary>What the command line of <c>run</c> says.</summary>
internal sealed record RunArguments(IReadOnlyList<string> Notebooks)
{
    internal IReadOnlyList<Knob> Knobs { get; init; } = [];
    internal const string DefaultOut = "out";

    internal string Out { get; init; } = DefaultOut;
    internal KernelLauncher Kernel { get; init; } = KernelLauncher.Default;
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
    internal bool FailFast { get; init; }
    internal string? Json { get; init; }
}
