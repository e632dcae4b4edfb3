using System.Collections;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CooperatorTests
{
    private readonly List<string> _events = [];
    private readonly Steps _steps;

    public CooperatorTests() => _steps = new Steps(_events);

    [Fact]
    public void A_yielded_Deferred_pauses_its_iterator_until_it_fires_and_nobody_else()
    {
        Run(coop =>
        {
            var page = new Deferred<string>();
            coop.Coiterate(_steps.WaitFor(page));
            coop.Coiterate(_steps.Count("b", 2)).AddCallback(_ => page.Callback("page"));
        });
        _events.ShouldBe(["waiting", "b1", "b2", "got page"]);
    }

    [Fact]
    public void A_yielded_Deferred_that_fails_ends_the_iterator_and_fails_its_Deferred()
    {
        OnReactor
            .Errors(() =>
                Run(coop =>
                {
                    coop.Coiterate(_steps.WaitFor(Defer.Fail<string>(Boom)))
                        .AddErrback(error => _events.Add(error.Message));
                    coop.Coiterate(_steps.Count("b", 1));
                })
            )
            .ShouldBeEmpty("it is the task's failure from there on");
        _events.ShouldBe(["waiting", "left", "boom", "b1"]);
    }

    [Fact]
    public void Stopping_the_cooperator_stops_every_task_and_every_one_that_comes_later()
    {
        Run(coop =>
        {
            foreach (var name in new[] { "a", "b" })
                coop.Coiterate(_steps.Count(name, 9))
                    .AddErrback((OperationCanceledException _) => _events.Add($"{name} stopped"));
            coop.Stop();
            coop.Coiterate(_steps.Count("c", 9)).AddErrback(error => _events.Add(error.Message));
        });
        _events.ShouldBe(["a stopped", "b stopped", "the cooperator was stopped before the task was done"]);
    }

    private static void Run(Action<Cooperator> main) => Run((coop, _) => main(coop));

    private static void Run(Action<Cooperator, Reactor> main) =>
        OnReactor.Run(reactor => main(new Cooperator(reactor), reactor), seconds: 5);

    private static InvalidOperationException Boom => new("boom");
}
