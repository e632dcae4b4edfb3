namespace Dib.Host.Commands;

/// <summary>What the command line of <c>export</c> says.</summary>
/// <param name="Run">How the notebooks are run before.</param>
internal sealed record ExportArguments(RunArguments Run, ExportFormat Format)
{
    /// <summary>Where to: a file, or a folder for several notebooks; the folder of all pages if null.</summary>
    internal string? Out { get; init; }

    /// <summary>Whether they are run, for their outputs.</summary>
    internal bool Runs { get; init; } = true;
}
