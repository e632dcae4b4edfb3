using Dib.Format;
using Dib.Live.Cells;
using Dib.Live.Files;
using Dib.Running.Kernels;
using Dib.Running.Pages;

namespace Dib.Live.Sessions;

/// <summary>The notebooks of one folder, and those of them that are open.</summary>
internal sealed class NotebookCatalog(
    string folder,
    Func<string, CancellationToken, Task<IKernel>> startKernel,
    TimeProvider time
) : IAsyncDisposable
{
    /// <summary>How many kernels may live at a time.</summary>
    internal const int MostKernels = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NotebookSession> _open = new(StringComparer.Ordinal);

    /// <summary>The folder's notebooks in order of name, read anew each time.</summary>
    internal IReadOnlyList<NotebookEntry> List() =>
        [
            .. Files
                .Select(file => NotebookFile.NameOf(file.Name))
                .Where(name => name != "setup")
                .Order(StringComparer.Ordinal)
                .Select(Describe),
        ];

    /// <summary>
    /// The cells of all notebooks that have a text, in capitals or not, in order; those that are open as they are now.
    /// </summary>
    internal IReadOnlyList<SearchHit> Search(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : [.. List().Where(entry => entry.Problem is null).SelectMany(entry => Search(entry, text.Trim()))];

    /// <summary>Whether there is a notebook of that name in the folder itself.</summary>
    internal bool Has(string name) => Find(name) is { LinkTarget: null };

    /// <summary>Opens a notebook, or gives the session that has it open. Runs nothing.</summary>
    /// <exception cref="NotebookException">There is none of that name, or it cannot be read.</exception>
    internal NotebookSession Open(string name)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(name, out var known))
                return known;
            var session = new NotebookSession(Load(name), StartAsync, time);
            if (_open.Values.Count(other => other.Kernel.IsThere) < MostKernels)
                session.Kernel.WarmUp();
            return _open[name] = session;
        }
    }

    /// <summary>Ends all kernels.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var session in Sessions())
            await session.DisposeAsync();
    }

    private IEnumerable<SearchHit> Search(NotebookEntry entry, string text)
    {
        var texts = Sessions().FirstOrDefault(session => session.Name == entry.Name) is { } session
            ? session.View.Cells.Select(cell => cell.Text)
            : Load(entry.Name).Document.Cells.Select(cell => cell.Text);
        foreach (var (i, cell) in texts.Index())
        {
            var lines = cell.Split('\n');
            if (Array.Find(lines, line => line.Contains(text, StringComparison.OrdinalIgnoreCase)) is { } line)
                yield return new SearchHit(entry.Name, entry.Title, i + 1, line.Trim());
        }
    }

    private NotebookEntry Describe(string name)
    {
        try
        {
            return Sessions().FirstOrDefault(session => session.Name == name) is { } session
                ? Describe(session)
                : Describe(Load(name));
        }
        catch (NotebookException e)
        {
            return new NotebookEntry(name, name, "", NotebookState.NotRun) { Problem = e.Message };
        }
    }

    private static NotebookEntry Describe(NotebookSession session)
    {
        var view = session.View;
        var lesson = Lesson.Of(view.Name, view.Cells.Where(cell => cell.Kind == "markdown").Select(cell => cell.Text));
        var runnable = view.Cells.Where(cell => cell.Status is not null).ToArray();
        var ran = runnable.Count(cell => cell.Status is CellStatus.Done or CellStatus.Stale or CellStatus.Failed);
        return new NotebookEntry(view.Name, view.Title, lesson.Summary, session.State)
        {
            Question = lesson.Question,
            Cells = ran > 0 ? (ran, runnable.Length) : null,
            LastTotal = view.Totals.TotalText,
            HasEdits = view.HasEdits,
        };
    }

    private static NotebookEntry Describe(NotebookFile file)
    {
        var lesson = Lesson.Of(file.Name, file.Document);
        var last = OutputsFile.Of(file.Path).ReadSummary();
        return new NotebookEntry(file.Name, lesson.Title, lesson.Summary, last?.State ?? NotebookState.NotRun)
        {
            Question = lesson.Question,
            LastTotal = last?.Totals.TotalText,
            HasEdits = KeptEdits.Read(file.Path) is not null,
        };
    }

    // A name is one of the folder's own files, never a path.
    private FileInfo? Find(string name) => Files.FirstOrDefault(file => NotebookFile.NameOf(file.Name) == name);

    private IEnumerable<FileInfo> Files =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles()
                .Where(file => file.Extension == ".dib" || NotebookFormat.IsJupyter(file.Name))
            : [];

    private NotebookFile Load(string name)
    {
        if (Find(name) is not { } file)
            throw new NotebookException("There is no notebook of that name in the notebooks folder.");
        if (file.LinkTarget is not null)
            throw new NotebookException(
                $"{file.Name} is a link to another place; only files of the notebooks folder itself are opened."
            );
        return NotebookFile.Load(file.FullName);
    }

    private NotebookSession[] Sessions()
    {
        lock (_gate)
            return [.. _open.Values];
    }

    // Whoever asks has a kernel already, and is counted.
    private Task<IKernel> StartAsync(string directory, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var living = _open
                .Values.Where(session => session.Kernel.IsThere)
                .OrderBy(session => session.LastUsed)
                .ToList();
            var surplus = living.Count - MostKernels;
            foreach (var session in living)
            {
                if (surplus > 0 && session.Kernel.TryRest(MostKernels))
                    surplus--;
            }
            if (surplus > 0)
                throw new KernelException(Messages.AllBusy(MostKernels));
        }
        return startKernel(directory, cancellation);
    }
}
