using Dib.Format;
using Dib.Host.Reports;
using Dib.Host.Terminal;
using Dib.Running;
using Dib.Running.Execution;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;
using Dib.Running.Pages;

namespace Dib.Host.Commands;

/// <summary>One call of <c>run</c>: the notebooks one after the other, then the reports.</summary>
internal sealed class RunSession(RunArguments arguments, HostEnvironment environment)
{
    private readonly List<NotebookResult> _results = [];

    /// <summary>Runs, reports, and gives the exit code.</summary>
    internal Task<int> RunAsync(CancellationToken cancellation) =>
        Refusals.TellAsync(environment.Error, "Interrupted: nothing has run yet.", () => RunAllAsync(cancellation));

    private async Task<int> RunAllAsync(CancellationToken cancellation)
    {
        var folder = new NotebookFolder(environment.CurrentDirectory);
        var notebooks = folder.Read(arguments.Notebooks);
        RunChecks.Check(arguments, notebooks);
        foreach (var notebook in notebooks)
        foreach (var finding in notebook.Document is DibDocument document ? DibLinter.Check(document) : [])
            await environment.Error.WriteLineAsync(
                $"{notebook.ShownPath}, line {finding.Line}: {finding.What} {finding.WhatToDo}"
            );
        var site = new Site(FullPath(arguments.Out), folder.Lessons, notebooks, arguments.Knobs);
        site.Prepare();
        var json = arguments.Json is { } file ? new JsonReport(FullPath(file)) : null;
        json?.Prepare();
        await arguments.Kernel.PrepareAsync(environment.Console.Profile.Out.Writer, cancellation);
        try
        {
            await RunDisplay
                .For(environment.Console, environment.Time)
                .ShowAsync(notebooks, progress => RunEachAsync(notebooks, site, progress, cancellation));
        }
        catch (OperationCanceledException)
        {
            await environment.Error.WriteLineAsync(Lost(notebooks));
            return ExitCode.Interrupted;
        }
        finally
        {
            site.WriteIndex(_results);
            json?.Write(_results);
        }
        ClosingTable.Write(environment.Console, _results, Path.Combine(arguments.Out, Site.IndexFile));
        return ExitCode.Of(_results);
    }

    private async Task RunEachAsync(
        IReadOnlyList<Notebook> notebooks,
        Site site,
        IProgress<RunEvent> progress,
        CancellationToken cancellation
    )
    {
        await using var spare = new SpareKernel(
            (directory, token) => environment.StartKernel(arguments.Kernel, directory, token)
        );
        foreach (var (i, notebook) in notebooks.Index())
        {
            var next = notebooks.ElementAtOrDefault(i + 1)?.Folder;
            var result = await NotebookRun.RunAsync(
                notebook,
                (directory, token) => spare.TakeAsync(directory, next, token),
                new RunOptions(arguments.Knobs, arguments.Timeout),
                environment.Time,
                progress,
                cancellation
            );
            _results.Add(result);
            site.WritePage(result);
            if (arguments.FailFast && !result.IsOk)
                return;
        }
    }

    private string Lost(IReadOnlyList<Notebook> notebooks)
    {
        var lost = string.Join(", ", notebooks.Skip(_results.Count).Select(notebook => notebook.Name));
        return $"Interrupted: the results of {lost} are lost; {_results.Count} of {notebooks.Count} notebooks are complete.";
    }

    private string FullPath(string path) => Path.GetFullPath(path, environment.CurrentDirectory);
}
