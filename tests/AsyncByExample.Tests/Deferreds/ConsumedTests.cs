using System.Collections;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>What the library itself takes out of a Deferred leaves the default of its type, for values too.</summary>
public class ConsumedTests
{
    private readonly Deferred<int> _failed = Defer.Fail<int>(new FormatException("boom"));

    [Fact]
    public void By_a_list_that_consumes_errors()
    {
        _ = new DeferredList([_failed], consumeErrors: true);
        LeavesNothing();
    }

    [Fact]
    public void By_a_second_list_whose_results_are_gathered()
    {
        _ = new DeferredList([_failed], consumeErrors: true);
        Defer.GatherResults([_failed]).Result.ShouldBe([0]);
    }

    [Fact]
    public void By_an_iterator_of_Deferreds()
    {
        IEnumerator<Deferred> Waiting()
        {
            yield return _failed;
        }

        Should.Throw<FormatException>(() => Defer.InlineCallbacks(Waiting()).Result);
        LeavesNothing();
    }

    [Fact]
    public void By_a_task_of_a_cooperator()
    {
        IEnumerator Waiting()
        {
            yield return _failed;
        }

        OnReactor.Run(reactor => new Cooperator(reactor).Coiterate(Waiting()).AddErrback(_ => { }), seconds: 1);
        LeavesNothing();
    }

    [Fact]
    public void By_a_Deferred_that_waited_for_it()
    {
        Defer.Succeed(1).AddCallback(_ => _failed).AddErrback(_ => { });
        LeavesNothing();
    }

    [Fact]
    public void By_a_Deferred_that_it_was_chained_to()
    {
        _failed.ChainDeferred(new Deferred<int>().AddErrback(_ => 1));
        LeavesNothing();
    }

    private void LeavesNothing()
    {
        _failed.Result.ShouldBe(0);
        _failed.AddCallback(x => x + 1).Result.ShouldBe(1);
    }
}
