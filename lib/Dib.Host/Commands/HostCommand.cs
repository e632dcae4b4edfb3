using System.CommandLine;
using System.CommandLine.Invocation;

namespace Dib.Host.Commands;

/// <summary>The command line.</summary>
internal static class HostCommand
{
    // Long enough to end a kernel and to write down what is complete.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    internal static async Task<int> RunAsync(string[] arguments, HostEnvironment environment)
    {
        var root = new RootCommand(
            "Runs C# notebooks (.dib, .ipynb) without an editor; without a command, as a live page."
        )
        {
            ServeCommand.Create(environment),
            RunCommand.Create(environment),
            ExportCommand.Create(environment),
            InteractiveCommand.Create(environment),
        };
        var parsed = root.Parse(arguments.Length > 0 ? arguments : ["serve"]);
        if (parsed.Action is ParseErrorAction errors)
            errors.ShowHelp = false;
        var exitCode = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Console.Profile.Out.Writer,
                Error = environment.Error,
                ProcessTerminationTimeout = TimeToStop,
            }
        );
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
