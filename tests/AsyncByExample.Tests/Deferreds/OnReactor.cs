using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>Runs a test's main program in virtual time.</summary>
internal static class OnReactor
{
    /// <summary>The program starts with a reactor that is not running yet, and runs it itself.</summary>
    public static Run Run(Action<Reactor> main) =>
        Recorder.Record("test", Clock.Virtual(), LowerBound.NoWaiting([]), () => main(new Reactor()));

    /// <summary>The program is called by the running reactor, which stops after some article seconds.</summary>
    public static Run Run(Action<Reactor> main, double seconds) =>
        Run(reactor =>
        {
            reactor.CallWhenRunning(() => main(reactor));
            reactor.CallLater(seconds, reactor.Stop);
            reactor.Run();
        });

    /// <summary>What is printed on the error output meanwhile.</summary>
    public static string Errors(Action action)
    {
        var error = Console.Error;
        var printed = new StringWriter();
        Console.SetError(printed);
        try
        {
            action();
        }
        finally
        {
            Console.SetError(error);
        }
        return printed.ToString().TrimEnd();
    }
}
