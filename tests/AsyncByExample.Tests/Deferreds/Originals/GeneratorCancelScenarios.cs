using AsyncByExample.Deferreds;
using static AsyncByExample.Tests.Deferreds.Originals.GeneratorScenarios;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Iterators of Deferreds that are cancelled or fail on the way.</summary>
internal static class GeneratorCancelScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A Deferred that fails and is not caught fails the whole, and the finally blocks run",
                it =>
                    Defer
                        .InlineCallbacks(Guarded(it, Defer.Fail(new Boom("one")), "finally"))
                        .AddErrback(it.Errback("whole", "saved"))
            },
            {
                "To cancel the whole cancels the Deferred that the generator waits for, where CancelledError is raised",
                it =>
                    Defer
                        .InlineCallbacks(Guarded(it, new D(_ => it.Say("canceller")), "finally"))
                        .AddErrback(it.Errback("whole", "saved"))
                        .Cancel()
            },
            {
                "When the canceller of what a generator waits for fires it, the generator goes on with that",
                it =>
                {
                    IEnumerator<Deferred> Generator()
                    {
                        var inner = new D(deferred => deferred.Callback("instead"));
                        yield return inner;
                        it.Say("got", inner.Result);
                        yield return Defer.ReturnValue("done");
                    }

                    Defer.InlineCallbacks(Generator()).AddBoth(it.Both("whole")).Cancel();
                }
            },
            {
                "To cancel a generator that is done does nothing",
                it =>
                {
                    var whole = Defer.InlineCallbacks(Yielding(Defer.ReturnValue("done")));
                    whole.Cancel();
                    whole.AddBoth(it.Both("whole"));
                }
            },
            {
                "To cancel a generator that waits for another cancels what that one waits for, and both end",
                it =>
                {
                    var part = Defer.InlineCallbacks(Guarded(it, new D(_ => it.Say("canceller")), "part's finally"));
                    Defer
                        .InlineCallbacks(Guarded(it, part, "whole's finally"))
                        .AddErrback(it.Errback("whole", "saved"))
                        .Cancel();
                }
            },
            {
                "What a finally block raises takes the place of what was raised before",
                it =>
                {
                    static IEnumerator<Deferred> Generator()
                    {
                        try
                        {
                            yield return Defer.Fail(new Boom("one"));
                        }
                        finally
                        {
                            Fail("two");
                        }
                    }

                    Defer.InlineCallbacks(Generator()).AddErrback(it.Errback("whole", "saved"));
                }
            },
        };
}
