using Dib.Running.Execution;
using Dib.Running.Notebooks;
using Spectre.Console;

namespace Dib.Host.Terminal;

/// <summary>Shows a run while it goes on.</summary>
internal abstract class RunDisplay
{
    /// <summary>Live progress on a terminal; plain lines where nobody watches, or where lines cannot be taken back.</summary>
    internal static RunDisplay For(IAnsiConsole console, TimeProvider time) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new LiveDisplay(console, time)
            : new PlainDisplay(console.Profile.Out.Writer);

    internal abstract Task ShowAsync(IReadOnlyList<Notebook> notebooks, Func<IProgress<RunEvent>, Task> run);
}
