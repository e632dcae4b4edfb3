using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds;

public class InlineCallbacksCancelTests
{
    private readonly List<string> _events = [];
    private readonly Steps _steps;

    public InlineCallbacksCancelTests() => _steps = new Steps(_events);

    [Fact]
    public void An_iterator_whose_part_handles_the_cancelling_goes_on()
    {
        var page = new Deferred<string>();
        var whole = Defer.InlineCallbacks(_steps.WaitFor(page.AddErrback(_ => "nothing")));
        whole.Cancel();
        _events.ShouldBe(["waiting", "got nothing"]);
        whole.Result.ShouldBeNull();
    }

    [Fact]
    public void Cancelling_an_iterator_from_inside_changes_nothing_for_it_waits_for_nobody()
    {
        Deferred<object?>? whole = null;
        var start = new Deferred<int>();

        IEnumerator<Deferred> Self()
        {
            yield return start;
            whole!.Cancel();
            _events.Add("still here");
        }

        whole = Defer.InlineCallbacks(Self());
        start.Callback(1);
        _events.ShouldBe(["still here"]);
    }
}
