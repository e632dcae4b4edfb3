using CliWrap;
using CliWrap.Buffered;

namespace Dib.Host.Tests;

/// <summary>Runs commands as a reader does, without leaving anything among the reader's own runs.</summary>
/// <param name="runs">The folder for what examples keep of their runs.</param>
/// <param name="variables">More variables for the commands' environment.</param>
internal sealed class Shell(string runs, params (string Name, string Value)[] variables)
{
    internal Task<BufferedCommandResult> RunAsync(string folder, string program, params string[] arguments) =>
        Command(folder, program, arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    internal Command Command(string folder, string program, params string[] arguments) =>
        Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(environment =>
                variables
                    .Aggregate(environment, (set, variable) => set.Set(variable.Name, variable.Value))
                    .Set("ASYNC_BY_EXAMPLE_RUNS", runs)
                    .Set("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
                    .Set("DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT", "1")
                    .Set("DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE", "1")
                    .Set("DOTNET_NOLOGO", "1")
                    // No browser opens.
                    .Set("DISPLAY", null)
                    .Set("WAYLAND_DISPLAY", null)
            )
            .WithValidation(CommandResultValidation.None);
}
