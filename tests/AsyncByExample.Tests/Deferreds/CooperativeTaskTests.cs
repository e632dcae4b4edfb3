using System.Collections;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CooperativeTaskTests
{
    private readonly List<string> _events = [];
    private readonly Steps _steps;

    public CooperativeTaskTests() => _steps = new Steps(_events);

    [Fact]
    public void A_paused_task_has_no_turns_until_it_has_been_resumed_as_often()
    {
        Run(
            (coop, reactor) =>
            {
                var task = coop.Cooperate(_steps.Count("a", 2));
                task.Pause();
                task.Pause();
                coop.Coiterate(_steps.Count("b", 2));
                reactor.CallLater(1, task.Resume);
                reactor.CallLater(2, () => _events.Add("two seconds"));
                reactor.CallLater(2, task.Resume);
            }
        );
        _events.ShouldBe(["b1", "b2", "two seconds", "a1", "a2"]);
    }

    [Fact]
    public void A_task_that_is_paused_and_resumed_at_once_has_one_turn_in_each_round()
    {
        Run(coop =>
        {
            var task = coop.Cooperate(_steps.Count("a", 2));
            coop.Cooperate(_steps.Count("b", 2));
            task.Pause();
            task.Resume();
        });
        _events.ShouldBe(["a1", "b1", "a2", "b2"]);
    }

    [Fact]
    public void A_task_that_is_not_paused_cannot_be_resumed() =>
        Run(coop => Throws(coop.Cooperate(_steps.Count("a", 1)).Resume).ShouldContain("not paused"));

    [Fact]
    public void A_stopped_task_fails_whoever_waits_and_can_neither_be_stopped_nor_paused_again()
    {
        Run(coop =>
        {
            var task = coop.Cooperate(_steps.WaitFor(new Deferred<string>()));
            task.WhenDone().AddErrback(error => _events.Add(error.GetType().Name));
            coop.Cooperate(_steps.Count("b", 1))
                .WhenDone()
                .AddCallback(_ =>
                {
                    task.Stop();
                    Throws(task.Stop).ShouldContain("has ended");
                    Throws(task.Pause).ShouldContain("has ended");
                    task.WhenDone().AddErrback(_ => _events.Add("asked later"));
                });
        });
        _events.ShouldBe(["waiting", "b1", "left", "OperationCanceledException", "asked later"]);
    }

    [Fact]
    public void A_task_that_stops_itself_is_left_at_the_end_of_its_step()
    {
        CooperativeTask? task = null;
        IEnumerator Self()
        {
            try
            {
                task!.Stop();
                _events.Add("to the end of the step");
                yield return null;
                _events.Add("not me");
            }
            finally
            {
                _events.Add("left");
            }
        }

        Run(coop =>
        {
            task = coop.Cooperate(Self());
            task.WhenDone().AddErrback(_ => _events.Add("stopped"));
        });
        _events.ShouldBe(["stopped", "to the end of the step", "left"]);
    }

    [Fact]
    public void What_fails_after_its_task_was_stopped_is_reported()
    {
        OnReactor
            .Errors(() =>
                Run(coop =>
                {
                    var page = new Deferred<string>();
                    var task = coop.Cooperate(_steps.WaitFor(page));
                    coop.Coiterate(_steps.Count("b", 1))
                        .AddCallback(_ =>
                        {
                            task.Stop();
                            page.Errback(Boom);
                        });
                })
            )
            .ShouldContain("Unhandled error in Deferred: InvalidOperationException: boom");
    }

    private static void Run(Action<Cooperator> main) => Run((coop, _) => main(coop));

    private static void Run(Action<Cooperator, Reactor> main) =>
        OnReactor.Run(reactor => main(new Cooperator(reactor), reactor), seconds: 5);

    private static InvalidOperationException Boom => new("boom");

    private static string Throws(Action action) => Should.Throw<InvalidOperationException>(action).Message;
}
