using System.CommandLine;
using Dib.Host.Tools;

namespace Dib.Host.Commands;

/// <summary>The command that the host gives itself to run the pinned tool as a kernel; no reader needs it.</summary>
internal static class InteractiveCommand
{
    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "The folder whose tool manifest pins the tool.",
    };

    internal static Command Create(HostEnvironment environment)
    {
        var command = new Command(InteractiveTool.Command, "Runs the kernel of Polyglot Notebooks.")
        {
            Hidden = true,
            Arguments = { Folder },
        };
        command.SetAction(
            (parsed, cancellation) =>
                InteractiveProcess.RunAsync(
                    parsed.GetValue(Folder)!,
                    environment.CurrentDirectory,
                    Console.OpenStandardInput(),
                    cancellation
                )
        );
        return command;
    }
}
