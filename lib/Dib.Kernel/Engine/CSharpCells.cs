using Dib.Kernel.Directives;
using Dib.Kernel.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;

namespace Dib.Kernel.Engine;

/// <summary>What is done around a C# cell, so that its errors have their lines and cells that were given up stay without effect.</summary>
internal sealed class CSharpCells(CSharpKernel kernel)
{
    /// <summary>What the cells that have ended left behind; null before the first.</summary>
    internal ScriptState? State { get; private set; }

    /// <summary>The script class of the cell that has just run; its stack frames are those of this type.</summary>
    internal string? ScriptClass => kernel.ScriptState?.Script.GetCompilation().ScriptClass?.Name;

    /// <summary>Sets what the next cell continues from.</summary>
    internal void ContinueFrom(ScriptState? state)
    {
        if (state == State)
            return;
        State = state;
        // A cell sees all that those before it refer to. Told again, the compiler would keep a list of them for each
        // cell that is as long as all cells together.
        ref var options = ref EngineInternals.OptionsOf(kernel);
        options = options.WithReferences(Array.Empty<MetadataReference>());
    }

    /// <summary>The engine's middleware for C#.</summary>
    internal async Task RunAsync(
        KernelCommand command,
        KernelInvocationContext context,
        KernelPipelineContinuation next
    )
    {
        if (Submission.Current is not { } submission)
        {
            await next(command, context);
            return;
        }

        submission.CancelWith(EngineInternals.CancellationOf(context));
        EngineInternals.SetState(kernel, State);
        if (command is SubmitCode cell)
            Prepare(cell, submission);
        submission.HasYielded = false;
        var running = next(command, context);
        // The engine waits on its own thread for what a file imports: that thread comes back with the last of it.
        submission.HasYielded = ImportPlace.Current is null;
        await running;
        if (submission.IsGivenUp)
            EngineInternals.SetState(kernel, State);
        else
            ContinueFrom(kernel.ScriptState);
    }

    private void Prepare(SubmitCode cell, Submission submission)
    {
        // A synchronization context that an earlier cell left on this thread would take this cell's continuations.
        SynchronizationContext.SetSynchronizationContext(null);
        ref var options = ref EngineInternals.OptionsOf(kernel);
        options = options.WithFilePath(ImportPlace.NameOf(submission));
        ref var folder = ref EngineInternals.FolderOf(kernel);
        if (folder != Directory.GetCurrentDirectory())
            options = options.In(folder = Directory.GetCurrentDirectory());

        // A part of a cell is compiled where it stands in the cell.
        if (cell.Parent is SubmitCode whole && cell != ImportPlace.Current?.Cell)
            EngineInternals.SetCode(cell, new string('\n', PartLines.Find(whole, cell.Code)) + cell.Code);
    }
}
