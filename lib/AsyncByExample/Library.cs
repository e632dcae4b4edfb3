using AsyncByExample.Formatting;

namespace AsyncByExample;

/// <summary>What has to be done once before the library is used in a notebook.</summary>
public static class Library
{
    internal static Func<CancellationToken> StopRequested { get; set; } = () => CancellationToken.None;

    /// <summary>Registers how values are shown, and runs each kind of example once, unseen.</summary>
    /// <param name="stopRequested">
    /// Asked when an example starts: a token that is cancelled when the reader stops it. All its waits end then.
    /// </param>
    public static void Prepare(Func<CancellationToken>? stopRequested = null)
    {
        StopRequested = stopRequested ?? StopRequested;
        Formatters.Register();
        WarmUp.Run();
    }
}
