using System.Collections;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class CooperativeTaskTests
{
    private readonly List<string> _events = [];
    private readonly Steps _steps;

    public CooperativeTaskTests() => _steps = new Steps(_events);

    [Fact]
    public void The_finally_blocks_of_a_stopped_task_run_at_once()
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
                });
        });
        _events.ShouldBe(["waiting", "b1", "left", "OperationCanceledException"]);
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
}
