using Dib.Kernel.Submissions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Dib.Kernel.Directives;

/// <summary>
/// <c>#!import</c>: runs the cells of a file in its place. The engine's own goes on when one of them fails, and says
/// nothing of it; here the importing cell fails, and tells the file, the cell and the line.
/// </summary>
internal static class ImportDirective
{
    internal static CompositeKernel UseImport(this CompositeKernel root)
    {
        var directive = new KernelActionDirective("#!import")
        {
            Description = "Runs the cells of another notebook or source code file",
            Parameters =
            {
                new("--file")
                {
                    AllowImplicitName = true,
                    Required = true,
                    TypeHint = "file",
                },
            },
        };
        root.AddDirective<ImportDocument>(directive, (command, context) => RunAsync(root, command, context));
        return root;
    }

    private static async Task RunAsync(CompositeKernel root, ImportDocument command, KernelInvocationContext context)
    {
        var line = command.Parent is SubmitCode cell ? PartLines.Find(cell, "#!import") : 0;
        try
        {
            foreach (var imported in ImportedFile.Read(command.FilePath))
            {
                if (
                    !await RunAsync(
                        root,
                        new ImportPlace(Path.GetFullPath(command.FilePath), imported, line, ImportPlace.Current),
                        context
                    )
                )
                    return;
            }
        }
        catch (ImportException e)
        {
            context.Fail(command, message: $"({line + 1},1): error: {e.Message}");
        }
    }

    // Whether the cell went well.
    private static async Task<bool> RunAsync(CompositeKernel root, ImportPlace place, KernelInvocationContext context)
    {
        place.Enter();
        if (Refusal.Of(place.Imported.Text, place.Imported.Kernel, root) is { } refusal)
        {
            context.Fail(context.Command, message: refusal);
            return false;
        }
        var result = await root.SendAsync(place.Cell);
        if (result.Events.OfType<CommandFailed>().FirstOrDefault() is { } failed)
            context.Fail(context.Command, failed.Exception, failed.Message);
        return Submission.Current is not { HasFailed: true } && !context.CancellationToken.IsCancellationRequested;
    }
}
