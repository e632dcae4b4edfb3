using Dib.Kernel.CSharp;
using Dib.Kernel.Import;
using Dib.Kernel.Magic;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>Runs a cell: its parts in order, up to the first that fails.</summary>
internal sealed class CellRunner(CSharpKernel csharp)
{
    /// <summary>Runs a submission to its end, and tells the end.</summary>
    internal async Task RunAsync(Submission submission)
    {
        var command = (SubmitCode)submission.Envelope.Command;
        var cell = CellCode.Parse(command.Code, command.TargetKernelName ?? KernelNames.CSharp);
        var scope = cell.Whole is null ? submission.InParts(cell.Kernel) : submission.Whole(cell.Kernel);
        var failure = await TryRunAsync(cell, scope, CellPlace.Of(command));

        if (submission.CancellationToken.IsCancellationRequested)
            scope.Fail(new CellFailure("Command cancelled."));
        else if (failure is not null)
            scope.Fail(failure);
        else
            scope.Succeed();
    }

    private async Task<CellFailure?> TryRunAsync(CellCode cell, CommandScope scope, CellPlace place)
    {
        try
        {
            if (scope.Submission.CancellationToken.IsCancellationRequested)
                return null;
            if (cell.Refusal is { } refusal)
                return Refuse(refusal, scope);
            return cell.Whole is { } code
                ? await RunAsync(code, scope, place)
                : await RunPartsAsync(cell, scope.Submission, place);
        }
#pragma warning disable CA1031 // Whatever goes wrong with a cell is that cell's failure; the kernel goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new CellFailure(e.ToString());
        }
    }

    private async Task<CellFailure?> RunPartsAsync(CellCode cell, Submission submission, CellPlace place)
    {
        foreach (var part in cell.Parts)
        {
            if (submission.CancellationToken.IsCancellationRequested)
                return null;
            if (await RunAsync(part, submission, place) is { } failure)
                return failure;
        }
        return null;
    }

    private async Task<CellFailure?> RunAsync(CellPart part, Submission submission, CellPlace place)
    {
        switch (part)
        {
            case CellPart.Code code:
                var scope = submission.Part(new SubmitCode(code.Text), code.Kernel);
                return Tell(await RunAsync(code, scope, place), scope, place);
            case CellPart.Import import:
                submission.SkipPart();
                return await ImportAsync(import, submission, place);
            default:
                submission.SkipPart();
                return null;
        }
    }

    private async Task<CellFailure?> RunAsync(CellPart.Code code, CommandScope scope, CellPlace place)
    {
        if (code.Kernel is KernelNames.CSharp)
            return await csharp.RunAsync(code, scope, place.Cell);
        PageCells.Display(code, scope);
        return null;
    }

    private async Task<CellFailure?> ImportAsync(CellPart.Import import, Submission submission, CellPlace place)
    {
        var position = new LinePosition(import.Line, 0);
        try
        {
            foreach (var cell in ImportedFile.Read(import.Path, place.Files))
            {
                if (await RunAsync(cell, submission, place.Into(import.Path, cell.Name)) is { } failure)
                    return new CellFailure($"{cell.Describe(failure.Position)}: {failure.Message}", position);
            }
            return null;
        }
        catch (ImportException e)
        {
            return new CellFailure($"({import.Line + 1},1): error: {e.Message}", position);
        }
    }

    private async Task<CellFailure?> RunAsync(ImportedCell imported, Submission submission, CellPlace place)
    {
        var cell = CellCode.Parse(imported.Text, imported.Kernel);
        if (cell.Refusal is null)
            return await RunPartsAsync(cell, submission, place);
        var scope = submission.Part(new SubmitCode(imported.Text), cell.Kernel);
        return Tell(Refuse(cell.Refusal, scope), scope, place);
    }

    // What fails in an import is shown where its output is shown; then the importing cell fails.
    private static CellFailure? Tell(CellFailure? failure, CommandScope scope, CellPlace place)
    {
        if (failure is not null && place.IsImported)
            scope.Publish(new ErrorProduced(failure.Message, []));
        return failure;
    }

    private static CellFailure Refuse(CellPart.Refusal refusal, CommandScope scope)
    {
        // The real kernel renders these diagnostics so, by mistake; nobody reads it.
        if (refusal.Diagnostic is { } diagnostic)
            scope.Publish(
                new DiagnosticsProduced([diagnostic], [new("text/plain", "Microsoft.CodeAnalysis.Diagnostic[]")])
            );
        return new CellFailure(refusal.Message, new LinePosition(refusal.Line, 0));
    }
}
