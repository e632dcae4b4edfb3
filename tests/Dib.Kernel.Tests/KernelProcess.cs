using System.Diagnostics;
using System.Globalization;

namespace Dib.Kernel.Tests;

/// <summary>A kernel in a process of its own, working in an empty folder.</summary>
public sealed class KernelProcess : IAsyncLifetime
{
    private Process? _process;
    private Task<string>? _errors;
    private int _tokens;

    public string Folder { get; } = Directory.CreateTempSubdirectory("kernel-").FullName;

    public Process Process => _process ?? throw new InvalidOperationException("The kernel has not been started.");

    public EventEnvelope? Ready { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dib.Kernel.dll")])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        Ready = await NextAsync();
    }

    /// <summary>Runs a cell, and gives all that the kernel said from then to the cell's end.</summary>
    public async Task<IReadOnlyList<EventEnvelope>> RunAsync(string code, string? kernel = null, string? cell = null)
    {
        var command = new SubmitCode(code)
        {
            TargetKernelName = kernel ?? "csharp",
            Parameters = cell is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["cell"] = cell },
        };
        return await AskAsync(command);
    }

    /// <summary>Sends a command, and gives all that the kernel said from then to the command's end.</summary>
    public async Task<IReadOnlyList<EventEnvelope>> AskAsync(KernelCommand command) =>
        await EndOfAsync(await SendAsync(command));

    /// <summary>Sends a command without waiting; gives its token.</summary>
    public async Task<string> SendAsync(KernelCommand command)
    {
        var token = (++_tokens).ToString(CultureInfo.InvariantCulture);
        await SendLinesAsync(KernelMessage.Write(new CommandEnvelope(token, command)));
        return token;
    }

    /// <summary>Sends lines together, as they are.</summary>
    public async Task SendLinesAsync(params IEnumerable<string> lines)
    {
        await Process.StandardInput.WriteAsync(string.Concat(lines.Select(line => line + "\n")));
        await Process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The next thing that the kernel says; every line of its output has to be an event.</summary>
    public async Task<EventEnvelope> NextAsync() =>
        KernelMessage
            .ReadEvent(await NextLineAsync() ?? "")
            .ShouldNotBeNull("the kernel ended, or said what is no event");

    public async Task<string?> NextLineAsync() =>
        await Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>All that the kernel says until it has ended the commands with these tokens.</summary>
    public async Task<IReadOnlyList<EventEnvelope>> EndOfAsync(params string[] tokens)
    {
        var events = new List<EventEnvelope>();
        var open = tokens.ToHashSet(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            events.Add(await NextAsync());
            if (events[^1].Event is CommandSucceeded or CommandFailed)
                open.Remove(events[^1].Command!.Token);
        }
        return events;
    }

    /// <summary>Waits until the cell has printed this line.</summary>
    public async Task PrintsAsync(string line)
    {
        while ((await NextAsync()).Event is not StandardOutputValueProduced printed || printed.Text() != line + "\n")
        { }
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Waits for the end of the process: its exit code, and what it said to standard error.</summary>
    public async Task<(int Code, string Errors)> ExitAsync()
    {
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (Process.ExitCode, await _errors!);
    }

    public async ValueTask DisposeAsync()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
