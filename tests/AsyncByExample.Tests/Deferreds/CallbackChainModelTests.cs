using AsyncByExample.Deferreds;
using CsCheck;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>A chain of any callbacks against a model of it: a fold over what each would do to a result or a failure.</summary>
public class CallbackChainModelTests
{
    private static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Enum<Kind>(),
        Gen.Enum<Outcome>(),
        Gen.Enum<Outcome>(),
        (kind, callback, errback) => new Step(kind, callback, errback)
    ).Array[0, 12];

    [Fact]
    public void Whatever_is_added_in_whatever_order_and_whenever_it_fires_the_chain_comes_to_what_the_model_does() =>
        Gen.Select(Steps, Gen.Int[0, 12], Gen.Bool)
            .Sample(
                (steps, fireAfter, succeeds) =>
                {
                    var inner = new List<Action>();
                    var deferred = new Deferred<int>();
                    var log = new List<int>();
                    for (var i = 0; i < steps.Length; i++)
                    {
                        if (i == fireAfter)
                            Fire(deferred, succeeds);
                        Add(deferred, i, steps[i], log, inner);
                    }
                    if (!deferred.IsFired)
                        Fire(deferred, succeeds);
                    for (var i = 0; i < inner.Count; i++)
                        inner[i]();
                    var (result, expectedLog) = Model(steps, succeeds);
                    deferred.AddBoth((value, error) => error?.Message ?? $"{value}").Result.ShouldBe(result);
                    log.ShouldBe(expectedLog);
                }
            );

    private static void Fire(Deferred<int> deferred, bool succeeds)
    {
        if (succeeds)
            deferred.Callback(0);
        else
            deferred.Errback(new InvalidOperationException("start"));
    }

    private static void Add(Deferred<int> deferred, int i, Step step, List<int> log, List<Action> inner)
    {
        Deferred<int> Callback(int value) => Do(step.Callback, value);
        Deferred<int> Errback(Exception error) => Do(step.Errback, error.Message.Length);
        Deferred<int> Do(Outcome outcome, int value)
        {
            log.Add(i);
            var result = new Deferred<int>();
            if (outcome is Outcome.Throws)
                throw new InvalidOperationException($"thrown by {i}");
            if (outcome is Outcome.ReturnsLater)
                inner.Add(() => result.Callback(value + i));
            else if (outcome is Outcome.FailsLater)
                inner.Add(() => result.Errback(new InvalidOperationException($"failed in {i}")));
            else
                result.Callback(value + i);
            return result;
        }

        _ = step.Kind switch
        {
            Kind.Callback => deferred.AddCallback(Callback),
            Kind.Errback => deferred.AddErrback(Errback),
            Kind.Pair => deferred.AddCallbacks(Callback, Errback),
            _ => deferred.AddBoth((value, error) => error is null ? Callback(value) : Errback(error)),
        };
    }

    private static (string Result, List<int> Log) Model(Step[] steps, bool succeeds)
    {
        var (value, error, log) = (0, succeeds ? null : "start", new List<int>());
        foreach (var (i, step) in steps.Index())
        {
            if (step.Kind == (error is null ? Kind.Errback : Kind.Callback))
                continue;
            log.Add(i);
            var outcome = error is null ? step.Callback : step.Errback;
            var input = error?.Length ?? value;
            (value, error) = outcome switch
            {
                Outcome.Throws => (0, $"thrown by {i}"),
                Outcome.FailsLater => (0, $"failed in {i}"),
                _ => (input + i, null),
            };
        }
        return (error ?? $"{value}", log);
    }

    private enum Kind
    {
        Callback,
        Errback,
        Pair,
        Both,
    }

    private enum Outcome
    {
        Returns,
        ReturnsLater,
        Throws,
        FailsLater,
    }

    private sealed record Step(Kind Kind, Outcome Callback, Outcome Errback);
}
