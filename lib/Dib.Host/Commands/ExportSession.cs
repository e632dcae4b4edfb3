using Dib.Host.Exports;
using Dib.Host.Exports.Programs;
using Dib.Host.Terminal;
using Dib.Running;
using Dib.Running.Execution;
using Dib.Running.Files;
using Dib.Running.Notebooks;
using Dib.Running.Pages;

namespace Dib.Host.Commands;

/// <summary>One call of <c>export</c>.</summary>
internal sealed class ExportSession(ExportArguments arguments, HostEnvironment environment)
{
    private readonly List<NotebookResult> _results = [];

    private string Extension => $".{arguments.Format}".ToLowerInvariant();

    // A program has nothing in it that a run gives.
    private bool Runs => arguments.Runs && arguments.Format != ExportFormat.Cs;

    /// <summary>Runs, writes, and gives the exit code.</summary>
    internal Task<int> RunAsync(CancellationToken cancellation) =>
        Refusals.TellAsync(
            environment.Error,
            "Interrupted: what is not named above is not written.",
            () => ExportAsync(cancellation)
        );

    private async Task<int> ExportAsync(CancellationToken cancellation)
    {
        var notebooks = new NotebookFolder(environment.CurrentDirectory).Read(arguments.Run.Notebooks);
        RunChecks.Check(arguments.Run, notebooks);
        foreach (var notebook in notebooks)
            Prepare(notebook, TargetOf(notebook, notebooks));
        if (Runs)
        {
            await arguments.Run.Kernel.PrepareAsync(environment.Console.Profile.Out.Writer, cancellation);
            await RunDisplay
                .For(environment.Console, environment.Time)
                .ShowAsync(notebooks, progress => RunEachAsync(notebooks, progress, cancellation));
        }
        else
            _results.AddRange(notebooks.Select(NotRun));
        foreach (var result in _results)
            await WriteAsync(result, TargetOf(result.Notebook, notebooks));
        return ExitCode.Of(_results);
    }

    private async Task RunEachAsync(
        IReadOnlyList<Notebook> notebooks,
        IProgress<RunEvent> progress,
        CancellationToken cancellation
    )
    {
        foreach (var notebook in notebooks)
            _results.Add(
                await NotebookRun.RunAsync(
                    notebook,
                    (folder, token) => environment.StartKernel(arguments.Run.Kernel, folder, token),
                    new RunOptions(arguments.Run.Knobs, arguments.Run.Timeout),
                    environment.Time,
                    progress,
                    cancellation
                )
            );
    }

    private NotebookResult NotRun(Notebook notebook) =>
        new(
            notebook,
            [
                .. notebook.Document.Cells.Select(
                    (cell, i) =>
                        new CellResult(i + 1, cell, CellState.NotRun)
                        {
                            Knobs = [.. Notebook.Own(arguments.Run.Knobs, cell)],
                        }
                ),
            ]
        );

    private string TargetOf(Notebook notebook, IReadOnlyList<Notebook> notebooks) =>
        Path.GetFullPath(
            arguments.Out is { } file && notebooks.Count == 1
                ? file
                : Path.Combine(arguments.Out ?? arguments.Run.Out, notebook.Name + Extension),
            environment.CurrentDirectory
        );

    // What was exported before is written anew; a notebook's own file never is.
    private void Prepare(Notebook notebook, string target)
    {
        if (target == notebook.Path || Path.GetExtension(target) == ".dib")
            throw new UsageException(
                $"{Shown(target)} would be written over, and it is a notebook; name another file with --out."
            );
        AtomicFile.Prepare(target, "--out");
    }

    private async Task WriteAsync(NotebookResult result, string target)
    {
        var (text, remarks) = TextOf(result, target);
        AtomicFile.Write(target, text);
        foreach (var remark in remarks)
            await environment.Error.WriteLineAsync(remark);
        await environment.Console.Profile.Out.Writer.WriteLineAsync($"Wrote {Shown(target)}.");
    }

    private (string Text, IReadOnlyList<string> Remarks) TextOf(NotebookResult result, string target)
    {
        var (notebook, folder) = (result.Notebook, Path.GetDirectoryName(target)!);
        switch (arguments.Format)
        {
            case ExportFormat.Cs:
                var program = CSharpProgram.Of(notebook, arguments.Run.Knobs, folder);
                return (program.ToString(), program.LeftOut);
            case ExportFormat.Html:
                return (NotebookPage.Of(result, HasCopy), []);
            default:
                var paths = new MovedPaths(notebook.Folder, folder);
                return (
                    JupyterExport.Of(result, paths, HasCopy),
                    IsAtHome(notebook, folder) ? [] : [Elsewhere(notebook)]
                );
        }

        bool HasCopy(string name) =>
            File.Exists(Path.Combine(folder, name + Extension))
            || _results.Count > 1 && _results.Exists(other => other.Notebook.Name == name);
    }

    // What an imported file loads in turn, it looks for from the folder of the notebook that runs.
    private static bool IsAtHome(Notebook notebook, string folder) =>
        folder == notebook.Folder
        || Path.GetDirectoryName(folder) == Path.GetDirectoryName(notebook.Folder)
        || notebook.Document.Cells.All(cell => !cell.Text.StartsWith("#!import ", StringComparison.Ordinal));

    private string Elsewhere(Notebook notebook) =>
        $"{notebook.Name}{Extension} can be read anywhere; to run it, put it into {Shown(notebook.Folder)}, or into a folder beside that.";

    private string Shown(string path) => Path.GetRelativePath(environment.CurrentDirectory, path).Replace('\\', '/');
}
