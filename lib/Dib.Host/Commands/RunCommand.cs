using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dib.Host.Tools;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Host.Commands;

/// <summary>The command <c>run</c>: its arguments and options.</summary>
internal static class RunCommand
{
    private const string Ours = "ours";
    private const string Real = "real";

    private static readonly Argument<string[]> Notebooks = new("notebook")
    {
        Description = "Notebooks to run, by path or by number (02); all of the folder notebooks if none is named.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RefuseUnknownOptions },
    };

    internal static readonly Option<Knob[]> Set = new("--set")
    {
        Description = "Sets a knob right after the knobs cell, such as --set \"work=[3,1,4]\".",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ParseKnob(token.Value, result)).OfType<Knob>()],
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder for the HTML pages.",
        HelpName = "DIR",
        DefaultValueFactory = _ => RunArguments.DefaultOut,
    };

    internal static readonly Option<string> Kernel = new("--kernel")
    {
        Description =
            "The kernel: ours; real, the one of Polyglot Notebooks in the version pinned here; or a command that starts one, such as \"dotnet interactive stdio\".",
        HelpName = "ours|real|COMMAND",
        DefaultValueFactory = _ => Ours,
    };

    internal static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "The seconds that one notebook may take.",
        HelpName = "S",
        DefaultValueFactory = _ => 600,
        CustomParser = ParseTimeout,
    };

    private static readonly Option<bool> FailFast = new("--fail-fast")
    {
        Description = "Stops at the first notebook that fails.",
    };

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "A file for all results as JSON.",
        HelpName = "FILE",
    };

    internal static Command Create(HostEnvironment environment)
    {
        var command = new Command("run", "Runs notebooks and writes them as HTML pages.")
        {
            Notebooks,
            Set,
            Out,
            Kernel,
            Timeout,
            FailFast,
            Json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                new RunSession(Read(parsed, parsed.GetValue(Notebooks) ?? []), environment).RunAsync(cancellation)
        );
        return command;
    }

    /// <summary>Reads what <c>run</c> says; a command with fewer options has the others' defaults.</summary>
    internal static RunArguments Read(ParseResult parsed, IReadOnlyList<string> notebooks) =>
        new(notebooks)
        {
            Knobs = parsed.GetValue(Set) ?? [],
            Out = parsed.GetValue(Out) ?? RunArguments.DefaultOut,
            Kernel = LauncherOf(parsed.GetValue(Kernel)!),
            Timeout = TimeSpan.FromSeconds(parsed.GetValue(Timeout)),
            FailFast = parsed.GetValue(FailFast),
            Json = parsed.GetValue(Json),
        };

    private static KernelLauncher LauncherOf(string kernel) =>
        kernel switch
        {
            Ours => KernelLauncher.Default,
            Real => InteractiveTool.Launcher,
            _ => CommandLauncher(kernel),
        };

    private static KernelLauncher CommandLauncher(string command)
    {
        var words = CommandLineParser.SplitCommandLine(command).ToArray();
        return new KernelLauncher(words.FirstOrDefault(""), words[Math.Min(1, words.Length)..]);
    }

    internal static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            result.AddError($"There is no option {token.Value}.");
    }

    private static double ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86_400)
            return seconds;
        result.AddError($"--timeout {text} is not a number of seconds above 0 and up to 86400 (a day).");
        return 0;
    }

    private static Knob? ParseKnob(string text, ArgumentResult result)
    {
        var knob = Knob.Parse(text);
        if (knob is null)
            result.AddError($"--set {text} is not of the form name=value, such as --set \"work=[3,1,4]\".");
        return knob;
    }
}
