using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Live.Sessions;

/// <summary>What variables the cells that have ended left behind.</summary>
internal sealed class VariableList(SessionState state)
{
    /// <summary>Asks the kernel, also while a cell runs; a kernel that is not there has none.</summary>
    internal async Task<IReadOnlyList<KernelValueInfo>> AskAsync()
    {
        IReadOnlyList<KernelValueInfo> found = [];
        if (state.Read(() => state.Kernel?.Kernel) is not { } kernel)
            return found;
        try
        {
            var question = new RequestValueInfos { TargetKernelName = "csharp" };
            await foreach (var message in kernel.SendUnattendedAsync(question))
                found = (message as ValueInfosProduced)?.ValueInfos ?? found;
        }
        // It ended meanwhile.
        catch (KernelException) { }
        return found;
    }
}
