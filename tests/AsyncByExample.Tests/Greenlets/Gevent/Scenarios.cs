using System.Collections;
using AsyncByExample.Clocks;
using AsyncByExample.Greenlets;
using Timeout = AsyncByExample.Greenlets.Timeout;

namespace AsyncByExample.Tests.Greenlets.Gevent;

/// <summary>
/// The programs of tests/Originals/gevent_scenarios.py once more, in C# and in virtual time, under the rules that they
/// show. What they say is put into the same words.
/// </summary>
internal static partial class Scenarios
{
    private static readonly AsyncLocal<List<string>> Lines = new();

    private static readonly TimeSpan Short = Ms(50);
    private static readonly TimeSpan Long = Ms(100);
    private static readonly TimeSpan Longer = Ms(150);
    private static readonly TimeSpan Ages = Ms(20_000);

    /// <summary>All, by the sentence that each shows.</summary>
    public static IReadOnlyDictionary<string, Action> All => Gather();

    private static Dictionary<string, Action> Gather()
    {
        Dictionary<string, Action>[] parts =
        [
            Spawning,
            Sleeping,
            Values,
            Killing,
            Links,
            Joining,
            Timeouts,
            Queues,
            PatchedQueues,
            Stuck,
            Events,
            Semaphores,
        ];
        return new(parts.SelectMany(static part => part), StringComparer.Ordinal);
    }

    /// <summary>What one says until its main program ends.</summary>
    public static IReadOnlyList<string> Run(Action scenario)
    {
        var lines = Lines.Value = [];
        var said = 0;
        Recorder.Record(
            "scenario",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
            {
                scenario();
                said = lines.Count;
            }
        );
        return lines[..said];
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    // In whole steps, as there.
    private static string Elapsed() => $"{(int)Clock.Current.Now.TotalMilliseconds / 50 * 50} ms";

    private static void Say(params object?[] words) => Lines.Value!.Add(string.Join(' ', words.Select(Text)));

    private static void Attempt(Action call) =>
        Attempt(() =>
        {
            call();
            return "nothing";
        });

    private static void Attempt<T>(Func<T> call)
    {
        try
        {
            Say("returned", call());
        }
        catch (Exception exception)
        {
            Say("raised", exception);
        }
    }

    /// <summary>What gevent's call returns where ours returns void.</summary>
    private static object? Nothing(Action call)
    {
        call();
        return null;
    }

    private static void Work(string name, params TimeSpan[] pauses)
    {
        try
        {
            Say(name, "begins");
            foreach (var pause in pauses)
            {
                Greenlet.Sleep(pause);
                Say(name, "goes on");
            }
        }
        catch (Exception exception)
        {
            Say(name, "gets", exception);
            throw;
        }
    }

    private static Func<int> Work42(string name, params TimeSpan[] pauses) =>
        () =>
        {
            Work(name, pauses);
            return 42;
        };

    private static Greenlet SpawnWork(string name, params TimeSpan[] pauses) =>
        Greenlet.Spawn(() => Work(name, pauses));

    private static Greenlet SpawnSay(params object?[] words) => Greenlet.Spawn(() => Say(words));

    private static Greenlet SpawnSleep(TimeSpan pause) => Greenlet.Spawn(() => Greenlet.Sleep(pause));

    private static Greenlet SpawnFail(string message, TimeSpan? pause = null) =>
        Greenlet.Spawn(() =>
        {
            if (pause is { } time)
                Greenlet.Sleep(time);
            throw new Boom(message);
        });

    private static void State(Greenlet greenlet)
    {
        Say("started", !greenlet.Ready, "ready", greenlet.Ready, "dead", greenlet.Ready);
        Say("successful", greenlet.Successful, "value", greenlet.Value, "exception", greenlet.Exception);
    }

    private static int[] Places(Greenlet[] all, IEnumerable<Greenlet> some) =>
        [.. some.Select(one => Array.IndexOf(all, one))];

    private static string Text(object? value) =>
        value switch
        {
            null => "nothing",
            string text => text,
            Boom boom => $"Boom {boom.Message}",
            TimeoutExpiredException => "Timeout",
            QueueEmptyException => "Empty",
            QueueFullException => "Full",
            ArgumentNullException => "TypeError",
            InvalidOperationException => "AssertionError",
            Exception other => other.GetType().Name,
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
            _ => FormattableString.Invariant($"{value}"),
        };

    private sealed class Boom(string message) : Exception(message);
}
