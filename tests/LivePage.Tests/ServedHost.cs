using System.Diagnostics;
using House.Tests;

namespace LivePage.Tests;

/// <summary>The host's serve command as a process of its own, in a folder of its own with copies of the notebooks.</summary>
public sealed class ServedHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("live-page-").FullName;
    private Process? _process;

    /// <summary>The address that the host has printed.</summary>
    public Uri Address { get; private set; } = null!;

    internal string[] Arguments { get; init; } = ["serve", "--no-browser"];

    /// <summary>Starts it, and waits for its address.</summary>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(PathOf(""));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks"), "*.dib"))
            File.Copy(file, PathOf(Path.GetFileName(file)));
        foreach (var part in new[] { "artifacts", "lib", "data" })
            Directory.CreateSymbolicLink(Path.Combine(_folder, part), Path.Combine(Repository.Root, part));
        var start = new ProcessStartInfo("dotnet", [Repository.AssemblyOf("Dib.Host"), .. Arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        // What tests run is not among the examples that a reader has run so far.
        start.Environment["ASYNC_BY_EXAMPLE_RUNS"] = Path.Combine(_folder, "runs");
        // A host without arguments would open the browser of whoever runs the tests.
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
        _process = Process.Start(start)!;
        var line = "";
        while (line is not null && !line.StartsWith("http:", StringComparison.Ordinal))
            line = await _process.StandardOutput.ReadLineAsync();
        Address = new Uri(line ?? throw new InvalidOperationException("The host has printed no address."));
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Presses Ctrl+C, and gives the exit code.</summary>
    internal async Task<int> InterruptAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process!.Id}"]);
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    internal Latch NewLatch() => new(Path.Combine(_folder, Path.GetRandomFileName()));

    internal string PathOf(string file) => Path.Combine(_folder, "notebooks", file);

    /// <summary>Adds a notebook for one test, and opens it in a browser of its own.</summary>
    internal async Task<NotebookOnPage> OpenAsync(string name, params string[] cells)
    {
        Add(name, cells);
        return await VisitAsync(name);
    }

    /// <summary>Opens a notebook that is there in a browser of its own, which ends with it.</summary>
    internal async Task<NotebookOnPage> VisitAsync(string name, BrowserNewContextOptions? options = null)
    {
        var visit = await Visit.BeginAsync(options);
        return await visit.OpenAsync(this, name);
    }

    /// <summary>Adds a notebook for one test, cell by cell as its file has them.</summary>
    /// <exception cref="IOException">Another test has one of this name.</exception>
    internal void Add(string name, params string[] cells)
    {
        using var file = new StreamWriter(new FileStream(PathOf(name + ".dib"), FileMode.CreateNew));
        file.Write(string.Join("\n\n", cells.Select(cell => "#!" + cell)) + "\n");
    }
}
