using System.CommandLine;
using System.CommandLine.Parsing;

namespace Dib.Host.Commands;

/// <summary>The command <c>export</c>: its arguments and options.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats =
    [
        .. Enum.GetNames<ExportFormat>().Select(name => name.ToLowerInvariant()),
    ];

    private static readonly Argument<string[]> Notebooks = new("notebook")
    {
        Description = "The notebooks to export, by path or by number (02).",
        Arity = ArgumentArity.OneOrMore,
        Validators = { RunCommand.RefuseUnknownOptions },
    };

    private static readonly Option<ExportFormat> To = new("--to")
    {
        Description =
            "The format: ipynb, a notebook of Jupyter's; cs, a program for `dotnet run FILE.cs`; html, a page that needs no network.",
        HelpName = string.Join('|', Formats),
        Required = true,
        CustomParser = ParseFormat,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The file, or for several notebooks the folder; the folder out if not given.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> NoRun = new("--no-run")
    {
        Description = "Runs nothing, and writes no outputs.",
    };

    internal static Command Create(HostEnvironment environment)
    {
        var command = new Command("export", "Writes notebooks in another format, with their outputs.")
        {
            Notebooks,
            To,
            Out,
            NoRun,
            RunCommand.Set,
            RunCommand.Kernel,
            RunCommand.Timeout,
        };
        command.SetAction(
            (parsed, cancellation) => new ExportSession(Read(parsed), environment).RunAsync(cancellation)
        );
        return command;
    }

    private static ExportArguments Read(ParseResult parsed) =>
        new(RunCommand.Read(parsed, parsed.GetValue(Notebooks)!), parsed.GetValue(To))
        {
            Out = parsed.GetValue(Out),
            Runs = !parsed.GetValue(NoRun),
        };

    private static ExportFormat ParseFormat(ArgumentResult result)
    {
        var index = Array.IndexOf(Formats, result.Tokens[0].Value);
        if (index < 0)
            result.AddError(
                $"--to {result.Tokens[0].Value}: there is no such format, but {string.Join(", ", Formats)}."
            );
        return (ExportFormat)index;
    }
}
