using Dib.Format;
using Dib.Host.Commands;
using Dib.Running.Kernels;
using Spectre.Console;

namespace Dib.Host.Tests;

/// <summary>A folder of its own for a test, with notebooks in it, and the host at work there.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly NotebookPlace _place = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    internal TimeProvider Time { get; init; } = new StoppedTime();

    /// <summary>The kernel to run cells in; a real one, in a process, if none is given.</summary>
    internal IKernel? Kernel { get; init; }

    /// <summary>The command that the last kernel was to be started with.</summary>
    internal string? Launched { get; private set; }

    internal CancellationToken Cancellation { get; init; }

    internal string Output => _output.ToString();

    /// <summary>What the reader is told apart from the output, with this folder's name taken out.</summary>
    internal string Errors => _errors.ToString().Replace(_place.Folder, "~", StringComparison.Ordinal).Trim();

    internal string PathOf(string path) => _place.PathOf(path);

    internal string Read(string path) => File.ReadAllText(PathOf(path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    internal Workplace Add(string name, params (string, string)[] cells) => Add(name, DibWriter.Write(cells));

    internal Workplace Add(string name, string text)
    {
        _place.Add(name, text);
        return this;
    }

    internal Task<int> RunAsync(params string[] arguments) =>
        HostCommand.RunAsync(["run", .. arguments], Environment());

    internal Task<int> ExportAsync(params string[] arguments) =>
        HostCommand.RunAsync(["export", .. arguments], Environment());

    /// <summary>Serves a live page; only for calls that end by themselves.</summary>
    internal Task<int> ServeAsync(params string[] arguments) =>
        HostCommand.RunAsync(["serve", "--no-browser", .. arguments], Environment());

    internal Task<int> RunAsync(RunArguments arguments) =>
        new RunSession(arguments, Environment()).RunAsync(Cancellation);

    public void Dispose()
    {
        _place.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private HostEnvironment Environment()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(_output),
            }
        );
        console.Profile.Width = 100;
        return new HostEnvironment(_place.Folder, console, _errors, Time, StartAsync);
    }

    private Task<IKernel> StartAsync(KernelLauncher launcher, string directory, CancellationToken cancellation)
    {
        Launched = launcher.ToString();
        return Kernel is null
            ? KernelProcess.StartAsync(launcher, directory, TimeProvider.System, cancellation)
            : Task.FromResult(Kernel);
    }
}
