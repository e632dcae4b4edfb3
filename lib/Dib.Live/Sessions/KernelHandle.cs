using System.Collections.Immutable;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Live.Sessions;

/// <summary>A notebook's kernel, from the moment that it starts until it has ended.</summary>
internal sealed class KernelHandle
{
    private ITimer? _deadline;

    /// <summary>The kernel once it is ready; fails with a <see cref="KernelException"/> when it does not start.</summary>
    internal required Task<IKernel> Ready { get; init; }

    internal IKernel? Kernel { get; set; }

    /// <summary>The notebook's knobs as their cells have set them there.</summary>
    internal ImmutableArray<Knob> Knobs { get; private set; } = [];

    /// <summary>Why we ended the kernel ourselves, as a failure's message.</summary>
    internal string? EndedBecause { get; set; }

    /// <summary>How many cells it has run, each as often as it ran.</summary>
    internal int Runs { get; set; }

    /// <summary>What is told of it for as long as it lives.</summary>
    internal Notice? Notice { get; set; }

    /// <summary>Whether the running cell has been asked to stop.</summary>
    internal bool IsStopping => _deadline is not null;

    /// <summary>How many cells did not run because of that.</summary>
    internal int Dropped { get; private set; }

    /// <summary>A cell of knobs has run.</summary>
    internal void SetKnobs(ImmutableArray<Knob> knobs) =>
        Knobs = [
            .. Knobs.Select(knob => knobs.LastOrDefault(set => set.Name == knob.Name) ?? knob),
            .. knobs.Where(set => Knobs.All(knob => knob.Name != set.Name)),
        ];

    /// <param name="deadline">Ends the kernel when the cell does not stop.</param>
    internal void BeginStopping(int dropped, ITimer deadline) => (Dropped, _deadline) = (dropped, deadline);

    internal void EndStopping()
    {
        _deadline?.Dispose();
        (Dropped, _deadline) = (0, null);
    }

    /// <summary>Ends the kernel, at the latest when it has started.</summary>
    internal async Task EndAsync()
    {
        try
        {
            var kernel = await Ready;
            await kernel.DisposeAsync();
        }
        // It never was.
        catch (Exception e) when (e is KernelException or OperationCanceledException) { }
    }
}
