using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Calls that a reactor is to make later.</summary>
internal static class DelayedCallScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "Delayed calls are made in the order of their times",
                async it =>
                {
                    foreach (var seconds in new[] { 3, 1, 2 })
                        it.Reactor.CallLater(seconds, () => it.Say("call", seconds));
                    await it.RunAsync(3);
                }
            },
            {
                "Delayed calls for the same time are made in the order in which they were asked for",
                async it =>
                {
                    foreach (var name in "abcde")
                        it.Reactor.CallLater(1, () => it.Say(name));
                    await it.AdvanceAsync(1);
                }
            },
            {
                "A call for now that a call asks for is made in the same advance",
                async it =>
                {
                    it.Reactor.CallLater(
                        1,
                        () =>
                        {
                            it.Say("a");
                            it.Reactor.CallLater(0, () => it.Say("from a"));
                        }
                    );
                    it.Reactor.CallLater(1, () => it.Say("b"));
                    await it.AdvanceAsync(1);
                    it.Say("advanced");
                }
            },
            {
                "A call for 0 seconds later is not made at once",
                async it =>
                {
                    it.Reactor.CallLater(0, () => it.Say("called"));
                    it.Say("asked for");
                    await it.AdvanceAsync(0);
                }
            },
            {
                "To cancel a delayed call twice raises AlreadyCancelled",
                it =>
                {
                    var call = it.Reactor.CallLater(1, () => { });
                    call.Cancel();
                    it.Attempt(call.Cancel);
                }
            },
            {
                "To cancel a delayed call that was made, or is being made, raises AlreadyCalled",
                async it =>
                {
                    DelayedCall? call = null;
                    call = it.Reactor.CallLater(1, () => it.Attempt(call!.Cancel));
                    await it.AdvanceAsync(1);
                    it.Attempt(call.Cancel);
                    it.Say("active", call.IsActive);
                }
            },
            {
                "One delayed call may cancel another for the same time",
                async it =>
                {
                    DelayedCall? other = null;
                    it.Reactor.CallLater(1, () => other!.Cancel());
                    other = it.Reactor.CallLater(1, () => it.Say("not made"));
                    it.Reactor.CallLater(1, () => it.Say("c"));
                    await it.AdvanceAsync(1);
                }
            },
            {
                "To reset a delayed call has it made so many seconds after that",
                async it =>
                {
                    var call = MadeAt(it, 2);
                    await it.AdvanceAsync(1);
                    call.Reset(3);
                    it.Say("for", (int)call.Time.TotalSeconds);
                    await it.RunAsync(4);
                }
            },
            {
                "To delay a delayed call has it made so many seconds after its time",
                async it =>
                {
                    var call = MadeAt(it, 2);
                    await it.AdvanceAsync(1);
                    call.Delay(2);
                    it.Say("for", (int)call.Time.TotalSeconds);
                    await it.RunAsync(4);
                }
            },
            {
                "To delay a delayed call by less than 0 brings it forward",
                async it =>
                {
                    MadeAt(it, 3).Delay(-2);
                    await it.RunAsync(3);
                }
            },
            {
                "To reset or delay a delayed call that was made or cancelled raises",
                async it =>
                {
                    var (made, off) = (it.Reactor.CallLater(1, () => { }), it.Reactor.CallLater(1, () => { }));
                    off.Cancel();
                    await it.AdvanceAsync(1);
                    foreach (var call in new[] { made, off })
                    {
                        it.Attempt(() => call.Reset(1));
                        it.Attempt(() => call.Delay(1));
                    }
                }
            },
        };

    private static DelayedCall MadeAt(Stage it, double seconds) =>
        it.Reactor.CallLater(seconds, () => it.Say("made at", it.Seconds));

    private static void SayAndStop(Stage it, string line)
    {
        it.Say(line);
        it.Reactor.Stop();
    }
}
