using AsyncByExample.Deferreds;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>Every wrong use is refused with one sentence, which names the call and says what to do.</summary>
public class WrongUseTests
{
    private static readonly Reactor Reactor = new();

    private static readonly Dictionary<string, Action> Uses = new(StringComparer.Ordinal)
    {
        ["a Deferred fires once, and this one has fired already: look at IsFired before Callback or Errback"] = () =>
            Defer.Succeed(1).Callback(2),
        ["a Deferred cannot be fired with another one: return that from a callback instead"] = () =>
            new Deferred<object>().Callback(Defer.Succeed(1)),
        [
            "say what the Deferred failed with: catch (Exception error) { deferred.Errback(error); } (Parameter 'error')"
        ] = () => new Deferred<int>().Errback(null!),
        ["this Deferred has no result yet: yield return it first"] = () => _ = new Deferred<int>().Result,
        ["a Deferred that is not paused cannot be unpaused: call Pause first"] = () => new Deferred<int>().Unpause(),
        ["Value cannot be null. (Parameter 'callback')"] = () => new Deferred<int>().AddCallback((Action<int>)null!),
        ["Value cannot be null. (Parameter 'errback')"] = () =>
            new Deferred<int>().AddCallbacks(_ => 1, (Func<Exception, int>)null!),
        ["Value cannot be null. (Parameter 'both')"] = () =>
            new Deferred<int>().AddBoth((Action<int, Exception?>)null!),
        ["Value cannot be null. (Parameter 'other')"] = () => new Deferred<int>().ChainDeferred(null!),
        ["Value cannot be null. (Parameter 'function')"] = () => Defer.MaybeDeferred((Action)null!),
        ["place 1 of the list has no Deferred: leave it out (Parameter 'deferreds')"] = () =>
            _ = new DeferredList([Defer.Succeed(1), null!]),
        ["a Deferred is no value to return: yield return it first, then return its Result"] = () =>
            Defer.ReturnValue(Defer.Succeed(1)),
        ["there is no iterator to run (Parameter 'iterator')"] = () => Defer.InlineCallbacks(null!),
        ["a task that is not paused cannot be resumed: call Pause first"] = () => Task().Resume(),
        ["this task can be neither paused nor stopped any more, for it was stopped"] = () =>
        {
            var task = Task();
            task.Stop();
            task.Pause();
        },
        ["a call can be put off by 0 seconds or more, not by -1"] = () => Reactor.CallLater(-1, () => { }),
        ["Value cannot be null. (Parameter 'action')"] = () => Reactor.CallLater(1, null!),
        ["this call has been cancelled already, so there is nothing left to Reset: look at IsActive first"] = () =>
        {
            var call = Reactor.CallLater(1, () => { });
            call.Cancel();
            call.Reset(1);
        },
        ["this call has been made already, so there is nothing left to Delay: look at IsActive first"] = () =>
        {
            DelayedCall? call = null;
            OnReactor.Run(reactor => call = reactor.CallLater(0, () => { }), seconds: 1);
            call!.Delay(1);
        },
        ["a reactor that is not running cannot be stopped: call Stop once, from what it calls back"] = () =>
            new Reactor().Stop(),
        ["this reactor is running already: there is no need to call Run again"] = () => OnReactorRun(it => it.Run()),
        ["a reactor runs once, and this one has: make a new one for each run"] = () =>
            OnReactor.Run(reactor =>
            {
                reactor.CallWhenRunning(reactor.Stop);
                reactor.Run();
                reactor.Run();
            }),
        ["an event loop already runs here: call Run of a reactor outside of it, and not in a greenlet either"] = () =>
            OnReactorRun(_ => new Reactor().Run()),
    };

    public static TheoryData<string> Sentences => [.. Uses.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Is_refused(string sentence) => Should.Throw<Exception>(Uses[sentence]).Message.ShouldBe(sentence);

    [Fact]
    public void A_reactor_runs_neither_in_a_loop_nor_in_a_greenlet()
    {
        var refusals = new List<string>();
        void Run() => refusals.Add(Should.Throw<InvalidOperationException>(new Reactor().Run).Message);
        EventLoop.Run(() =>
        {
            Run();
            return System.Threading.Tasks.Task.CompletedTask;
        });
        Greenlet.JoinAll([Greenlet.Spawn(Run)]);
        refusals.Count.ShouldBe(2);
        refusals.ShouldAllBe(one => one.Contains("an event loop already runs here"));
    }

    private static CooperativeTask Task() => new Cooperator(Reactor).Cooperate(new Steps([]).Count("a", 1));

    private static void OnReactorRun(Action<Reactor> action)
    {
        Exception? refusal = null;
        OnReactor.Run(reactor => refusal = Should.Throw<Exception>(() => action(reactor)), seconds: 1);
        throw refusal!;
    }
}
