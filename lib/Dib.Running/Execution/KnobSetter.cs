using System.Collections.Immutable;
using Dib.Format;
using Dib.Protocol;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Running.Execution;

/// <summary>Gives a notebook's knobs the values from the command line, right after the cell that declares each.</summary>
internal sealed class KnobSetter(IKernel kernel, IReadOnlyList<Knob> knobs)
{
    /// <summary>Sets the knobs that a cell has just declared.</summary>
    /// <exception cref="UsageException">A value does not compile.</exception>
    internal async Task<ImmutableArray<Knob>> SetAsync(DibCell cell)
    {
        ImmutableArray<Knob> own = [.. Notebook.Own(knobs, cell)];
        foreach (var knob in own)
            if (await RunAsync(knob) is { } failure)
                throw new UsageException($"--set {knob.Name}={knob.Value}: {failure.Message}");
        return own;
    }

    private async Task<CellFailure?> RunAsync(Knob knob)
    {
        CellFailure? failure = null;
        var command = new SubmitCode(knob.Code) { TargetKernelName = "csharp" };
        await foreach (var message in kernel.SendUnattendedAsync(command))
        {
            if (message is CommandFailed failed)
                failure = CellFailure.From(failed.Message, failed.LinePosition);
        }
        return failure;
    }
}
