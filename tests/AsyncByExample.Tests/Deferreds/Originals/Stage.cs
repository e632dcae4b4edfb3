using System.Collections;
using System.Runtime.ExceptionServices;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Where a scenario runs: what it prints, and the words that it has in common with the original's.</summary>
internal sealed class Stage
{
    private readonly List<string> _lines = [];
    private bool _logs;

    public Stage()
    {
        Clock.Current = Clock.Virtual();
        Reactor = new Reactor();
    }

    public Reactor Reactor { get; }

    public int Seconds => (int)Reactor.Clock.Now.TotalSeconds;

    /// <summary>One that awaits runs on the reactor; any other before it, and may run it.</summary>
    public static IReadOnlyList<string> Run(Func<Stage, Task> scenario, bool onReactor)
    {
        var stage = new Stage();
        var error = Console.Error;
        Console.SetError(new ErrorLines(stage.SayLogged));
        try
        {
            stage.RunToEnd(scenario, onReactor);
        }
        finally
        {
            Console.SetError(error);
        }
        return stage._lines;
    }

    private void RunToEnd(Func<Stage, Task> scenario, bool onReactor)
    {
        if (onReactor)
            Reactor.CallWhenRunning(() => _ = StopAfterAsync(scenario(this)));
        else
            _ = scenario(this);
        try
        {
            Reactor.CallWhenRunning(onReactor ? () => { } : Reactor.Stop);
            Reactor.Run();
        }
        catch (InvalidOperationException error) when (error.Message.Contains("a reactor runs once")) { }
    }

    private async Task StopAfterAsync(Task scenario)
    {
        try
        {
            await scenario;
        }
#pragma warning disable CA1031 // It is a line more, which the original does not have.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Say("the scenario failed:", error.ToString());
        }
        if (Reactor.IsRunning)
            Reactor.Stop();
    }

    private void SayLogged(string line)
    {
        var parts = line.Split(": ", 3);
        if (_logs)
            Say("logged", parts[1] == nameof(Boom) ? new Failed(new Boom(parts[2])) : line);
    }

    /// <summary>From now on, what is reported as an unhandled error is said.</summary>
    public void Log() => _logs = true;

    public void Say(params object?[] words) => _lines.Add(string.Join(' ', words.Select(Words.Of)));

    /// <summary>Says what a call returns or throws.</summary>
    public void Attempt(Action action)
    {
        try
        {
            action();
            Say("returned", null);
        }
#pragma warning disable CA1031 // It is said.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Say("raised", error);
        }
    }

    public void Show(string name, Deferred<object?> deferred) =>
        Say(name, "called", deferred.IsFired, "result", Shown(deferred.Chain));

    private static object? Shown(CallbackChain chain) =>
        !chain.HasResult ? "absent"
        : chain.Error is { } error ? new Failed(error)
        : Nothing.AsNull(chain.Result);

    /// <summary>A callback that says what it gets, and then returns something else or throws.</summary>
    public Func<object?, object?> Step(string name, object? returns = null, Exception? raises = null) =>
        result => Both(name, returns, raises)(result, null);

    /// <summary>An errback that does so; if it is to return nothing else, it passes the failure on.</summary>
    public Func<Exception, object?> Errback(string name, object? returns = null, Exception? raises = null) =>
        error => Both(name, returns, raises)(null, error);

    public Func<object?, Exception?, object?> Both(string name, object? returns = null, Exception? raises = null) =>
        (result, error) =>
        {
            Say(name, "gets", error is null ? result : new Failed(error));
            if (raises is not null)
                throw raises;
            if (returns is null && error is not null)
                ExceptionDispatchInfo.Throw(error);
            return returns ?? result;
        };

    /// <summary>Lets time pass a second at a time, and says which it is.</summary>
    public async Task RunAsync(int times)
    {
        for (; times > 0; times--)
        {
            Say("second", Seconds + 1);
            await AdvanceAsync(1);
        }
    }

    /// <summary>Lets time pass, and what is due then be done, with all that it asks for at once.</summary>
    public async Task AdvanceAsync(double seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), Reactor.Clock);
        for (var passes = 0; passes < 50; passes++)
            await Task.Yield();
    }

    /// <summary>Its turns come a second apart, and in each it makes so many steps.</summary>
    public Cooperator Cooperator(int stepsPerTurn = 1) =>
        new(
            Reactor,
            turn => Reactor.CallLater(1, turn),
            () =>
            {
                var left = stepsPerTurn;
                return () => --left <= 0;
            }
        );

    /// <summary>An iterator that yields what these return, and nothing for null.</summary>
    public IEnumerator Steps(string name, params Func<Deferred>?[] yields)
    {
        foreach (var (index, item) in yields.Index())
        {
            Say(name, index + 1);
            yield return item?.Invoke();
        }
        Say(name, "ends");
    }

    private sealed class ErrorLines(Action<string> onLine) : StringWriter
    {
        public override void WriteLine(string? value) => onLine(value!);
    }
}
