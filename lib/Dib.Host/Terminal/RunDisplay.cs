using Dib.Host.Commands;
using Dib.Host.Notebooks;
using Dib.Host.Running;

namespace Dib.Host.Terminal;

/// <summary>Shows a run while it goes on.</summary>
internal abstract class RunDisplay
{
    /// <summary>Live progress on a terminal; plain lines where nobody watches, or where lines cannot be taken back.</summary>
    internal static RunDisplay For(HostEnvironment environment) =>
        environment.Console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new LiveDisplay(environment.Console, environment.Time)
            : new PlainDisplay(environment.Console.Profile.Out.Writer);

    internal abstract Task ShowAsync(IReadOnlyList<Notebook> notebooks, Func<IProgress<RunEvent>, Task> run);
}
