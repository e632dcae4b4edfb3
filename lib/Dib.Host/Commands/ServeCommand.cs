using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Dib.Host.Commands;

/// <summary>The command <c>serve</c>: its options.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port of the page's address; 0, or none given, for any free one.",
        HelpName = "N",
        Validators = { RefuseNoPort },
    };

    private static readonly Option<bool> NoBrowser = new("--no-browser")
    {
        Description = "Prints the page's address and opens no browser.",
    };

    internal static Command Create(HostEnvironment environment)
    {
        var command = new Command("serve", "Opens the notebooks as a live page in the browser.") { Port, NoBrowser };
        command.SetAction(
            (parsed, cancellation) =>
                new ServeSession(parsed.GetValue(Port), !parsed.GetValue(NoBrowser), environment).RunAsync(cancellation)
        );
        return command;
    }

    private static void RefuseNoPort(OptionResult result)
    {
        if (
            result.Tokens is [var token]
            && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var port) || port is < 0 or > 65535)
        )
            result.AddError($"--port {token.Value} is not a port: a number from 1 to 65535, or 0 for any free one.");
    }
}
