using System.Collections.Immutable;
using Dib.Host.Commands;
using Dib.Host.Kernels;
using Dib.Host.Notebooks;
using Dib.Protocol;

namespace Dib.Host.Running;

/// <summary>Gives a notebook's knobs the values from the command line, right after the cell that declares them.</summary>
internal sealed class KnobSetter(Notebook notebook, IKernel kernel, IReadOnlyList<Knob> knobs)
{
    private IReadOnlyList<string> _variablesBefore = [];

    /// <summary>Notes what is there before the knobs cell has run.</summary>
    internal async Task BeforeAsync() => _variablesBefore = knobs.Count > 0 ? await VariablesAsync() : [];

    /// <summary>Sets the knobs, now that the cell has declared them.</summary>
    /// <exception cref="UsageException">There is no such knob, or the value does not compile.</exception>
    internal async Task<ImmutableArray<Knob>> SetAsync()
    {
        if (knobs.Count == 0)
            return [];
        var known = (await VariablesAsync()).Except(_variablesBefore, StringComparer.Ordinal).ToArray();
        foreach (var knob in knobs)
        {
            if (!known.Contains(knob.Name, StringComparer.Ordinal))
                throw new UsageException(
                    $"--set {knob.Name}=…: {notebook.Name} has no knob named {knob.Name}; it has {string.Join(", ", known)}."
                );
            if (await RunAsync(knob) is { } failure)
                throw new UsageException($"--set {knob.Name}={knob.Value}: {failure.Message}");
        }
        return [.. knobs];
    }

    private async Task<CellFailure?> RunAsync(Knob knob)
    {
        CellFailure? failure = null;
        await foreach (var message in kernel.SendAsync(new SubmitCode(knob.Code) { TargetKernelName = "csharp" }))
        {
            if (message is CommandFailed failed)
                failure = CellFailure.From(failed.Message, failed.LinePosition);
        }
        return failure;
    }

    private async Task<IReadOnlyList<string>> VariablesAsync()
    {
        IReadOnlyList<string> names = [];
        await foreach (var message in kernel.SendAsync(new RequestValueInfos { TargetKernelName = "csharp" }))
        {
            if (message is ValueInfosProduced produced)
                names = [.. produced.ValueInfos.Select(variable => variable.Name)];
        }
        return names;
    }
}
