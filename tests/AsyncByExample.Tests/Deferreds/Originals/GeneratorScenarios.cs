using AsyncByExample.Deferreds;
using D = AsyncByExample.Deferreds.Deferred<object?>;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Iterators of Deferreds: Python's are generators, which get at the yield what ours read from the Deferred.</summary>
internal static class GeneratorScenarios
{
    public static Scenarios All { get; } =
        new()
        {
            {
                "A generator runs at once up to its first Deferred that has not fired, and goes on when that does",
                it =>
                {
                    var inner = new D();
                    IEnumerator<Deferred> Generator()
                    {
                        it.Say("begins");
                        yield return inner;
                        it.Say("got", inner.Result);
                        yield return Defer.ReturnValue("result");
                    }

                    var whole = Defer.InlineCallbacks(Generator());
                    it.Say("waits", whole.IsFired);
                    whole.AddCallback(it.Step("whole"));
                    inner.Callback(1);
                }
            },
            {
                "The result of a generator that returns nothing is nothing",
                it => Defer.InlineCallbacks(Yielding(Defer.Succeed(1))).AddCallback(it.Step("whole"))
            },
            {
                "ReturnValue ends a generator with a result, like return",
                it => Defer.InlineCallbacks(Yielding(Defer.ReturnValue(2))).AddCallback(it.Step("whole"))
            },
            {
                "What a generator raises is the failure of the whole",
                it =>
                    Defer
                        .InlineCallbacks(Yielding(Defer.Succeed(1), raises: true))
                        .AddErrback(it.Errback("whole", "saved"))
            },
            {
                "What a generator raises before its first yield is the failure of the whole too",
                it => Defer.InlineCallbacks(Yielding(null, raises: true)).AddErrback(it.Errback("whole", "saved"))
            },
            {
                "Deferreds that have fired already go on at once, in order, and ten thousand need no stack",
                it =>
                {
                    static IEnumerator<Deferred> Generator()
                    {
                        var total = 0;
                        for (var i = 0; i < 10_000; i++)
                        {
                            var one = Defer.Succeed(1);
                            yield return one;
                            total += one.Result;
                        }
                        yield return Defer.ReturnValue(total);
                    }

                    Defer.InlineCallbacks(Generator()).AddCallback(it.Step("whole"));
                }
            },
            {
                "A generator that waits for another goes on with its result",
                it =>
                {
                    var inner = new Deferred<int>();
                    IEnumerator<Deferred> Part(string name)
                    {
                        yield return inner;
                        it.Say("part", name, inner.Result);
                        yield return Defer.ReturnValue(inner.Result + 1);
                    }

                    IEnumerator<Deferred> Whole()
                    {
                        var part = Defer.InlineCallbacks(Part("a"));
                        yield return part;
                        it.Say("whole", part.Result);
                    }

                    Defer.InlineCallbacks(Whole());
                    inner.Callback(1);
                }
            },
            {
                "Two generators go on in the order in which what they wait for fires",
                async it =>
                {
                    IEnumerator<Deferred> Generator(string name, double seconds)
                    {
                        for (var i = 0; i < 2; i++)
                        {
                            yield return Defer.DeferLater(it.Reactor, seconds, () => { });
                            it.Say(name, it.Seconds);
                        }
                    }

                    Defer.InlineCallbacks(Generator("a", 3));
                    Defer.InlineCallbacks(Generator("b", 2));
                    await it.RunAsync(6);
                }
            },
            {
                "A generator may wait for a list of Deferreds",
                it =>
                {
                    D[] members = [new(), new()];
                    IEnumerator<Deferred> Generator()
                    {
                        var list = new DeferredList(members, consumeErrors: true);
                        yield return list;
                        it.Say("got", list.Result);
                    }

                    Defer.InlineCallbacks(Generator());
                    members[1].Errback(new Boom("b"));
                    members[0].Callback("a");
                }
            },
            {
                "Code after the call that fires runs after the generator has gone on to its next wait",
                it =>
                {
                    var (first, second) = (new D(), new D());
                    IEnumerator<Deferred> Generator()
                    {
                        yield return first;
                        it.Say("after the first");
                        yield return second;
                        it.Say("after the second");
                    }

                    Defer.InlineCallbacks(Generator());
                    first.Callback(1);
                    it.Say("the first is fired");
                    second.Callback(2);
                    it.Say("the second is fired");
                }
            },
        };

    internal static IEnumerator<Deferred> Yielding(Deferred? deferred, bool raises = false)
    {
        if (deferred is not null)
            yield return deferred;
        if (raises)
            Fail("one");
    }

    internal static IEnumerator<Deferred> Guarded(Stage it, Deferred deferred, string last)
    {
        try
        {
            yield return deferred;
            it.Say("not reached");
        }
        finally
        {
            it.Say(last);
        }
    }

    internal static void Fail(string message) => throw new Boom(message);
}
