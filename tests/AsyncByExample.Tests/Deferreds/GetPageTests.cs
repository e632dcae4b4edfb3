using System.Net;
using AsyncByExample.Clocks;
using AsyncByExample.Deferreds;
using AsyncByExample.Sites;

#pragma warning disable VSTHRD003 // The tests start the tasks.

namespace AsyncByExample.Tests.Deferreds;

public class GetPageTests
{
    private const string Url = "http://google.com";

    private readonly List<string> _events = [];

    [Fact]
    public void It_has_the_text_of_the_page()
    {
        Get(new StubHandler(_ => StubHandler.Page("hello")));
        _events.ShouldBe(["hello at 0"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "400 Bad Request")]
    [InlineData(HttpStatusCode.NotFound, "404 Not Found")]
    [InlineData(HttpStatusCode.InternalServerError, "500 Internal Server Error")]
    public void A_status_of_400_and_above_is_an_error_that_names_it_and_the_URL(HttpStatusCode status, string text)
    {
        Get(new StubHandler(_ => StubHandler.Page("sorry", status)));
        _events.ShouldBe([$"HttpRequestException: {Url} answered {text} at 0"]);
    }

    [Fact]
    public void It_follows_redirects()
    {
        var sites = new Sites.Sites(new Site("google", Url, 0.3, Fault: SiteFault.Moved));
        OnReactor.Run(
            _ => Note(sites.Simulated(Clock.Current).GetPage(Url).AddCallback(page => page.Trim())),
            seconds: 2
        );
        _events.ShouldBe(["<!doctype html><title>google</title> at 0.6"]);
    }

    [Fact]
    public void A_redirect_that_leads_nowhere_is_an_error()
    {
        Get(new StubHandler(_ => StubHandler.Page("", HttpStatusCode.MovedPermanently)));
        _events.ShouldBe([$"HttpRequestException: {Url} answered 301 Moved Permanently at 0"]);
    }

    [Fact]
    public void A_site_that_never_answers_times_out_in_article_time_and_its_request_is_ended()
    {
        var ended = false;
        var handler = NeverAnswering(() => ended = true);
        Get(handler);
        _events.ShouldBe([$"TimeoutException: {Url} did not answer within 10 s at 10"]);
        ended.ShouldBeTrue();
    }

    [Fact]
    public void The_time_that_it_waits_is_for_the_caller_to_say()
    {
        Get(NeverAnswering(() => { }), TimeSpan.FromSeconds(2.5));
        _events.ShouldBe([$"TimeoutException: {Url} did not answer within 2.5 s at 2.5"]);
    }

    [Fact]
    public void Cancelling_it_ends_the_request()
    {
        var ended = false;
        var handler = NeverAnswering(() => ended = true);
        Run(
            handler,
            (reactor, web) =>
            {
                var page = web.GetPage(Url);
                Note(page);
                reactor.CallLater(1, page.Cancel);
            }
        );
        _events.ShouldBe(["OperationCanceledException: the Deferred was cancelled at 1"]);
        ended.ShouldBeTrue();
    }

    [Fact]
    public void The_end_of_the_run_ends_the_requests_that_are_under_way()
    {
        var ended = false;
        Run(
            NeverAnswering(() => ended = true),
            (reactor, web) =>
            {
                web.GetPage(Url);
                reactor.CallLater(1, reactor.Stop);
            }
        );
        ended.ShouldBeTrue();
    }

    [Fact]
    public void A_site_that_cannot_be_reached_is_a_failure()
    {
        Get(new StubHandler(HttpResponseMessage (_) => throw new HttpRequestException("connection refused")));
        _events.ShouldBe(["HttpRequestException: connection refused at 0"]);
    }

    [Fact]
    public void A_URL_that_is_none_is_a_failure()
    {
        Run(new StubHandler(_ => StubHandler.Page("")), (_, web) => Note(web.GetPage("google")));
        _events.ShouldHaveSingleItem().ShouldContain("URI");
    }

    [Fact]
    public void Its_callbacks_run_on_the_thread_of_the_reactor_wherever_the_answer_comes_from()
    {
        var (handlerThread, callbackThread) = (0, 0);
        var handler = new StubHandler(
            async (_, _) =>
            {
                await Task.Run(() => handlerThread = Environment.CurrentManagedThreadId);
                return StubHandler.Page("hello");
            }
        );
        Clock.Current = Clock.Real();
        var reactor = new Reactor();
        using var web = new Web(new WebHandler(null, handler), Clock.Current);
        web.GetPage(Url)
            .AddCallback(_ =>
            {
                callbackThread = Environment.CurrentManagedThreadId;
                reactor.Stop();
            });
        reactor.Run();
        callbackThread.ShouldBe(Environment.CurrentManagedThreadId);
        handlerThread.ShouldNotBe(callbackThread);
    }

    [Fact]
    public void An_await_in_a_callback_comes_back_to_the_thread_of_the_reactor()
    {
        var threads = new HashSet<int>();
        Clock.Current = Clock.Real();
        var reactor = new Reactor();
        reactor.CallWhenRunning(() =>
            Defer
                .FromTask(async cancellation =>
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                    await Task.Run(() => { }, cancellation);
                    threads.Add(Environment.CurrentManagedThreadId);
                    return 1;
                })
                .AddCallback(_ => reactor.Stop())
        );
        reactor.Run();
        threads.ShouldBe([Environment.CurrentManagedThreadId]);
    }

    [Fact]
    public void There_must_be_a_reactor()
    {
        OnReactor.Run(_ => { }, seconds: 1);
        using var web = new Web(new WebHandler(null, new StubHandler(_ => StubHandler.Page(""))), Clock.Virtual());
        Should
            .Throw<InvalidOperationException>(() => web.GetPage(Url))
            .Message.ShouldContain("var reactor = new Reactor()");
    }

    [Fact]
    public void A_task_that_ends_after_its_Deferred_was_cancelled_is_passed_over()
    {
        var source = new TaskCompletionSource<string>();
        OnReactor
            .Errors(() =>
                OnReactor.Run(
                    reactor =>
                    {
                        var deferred = Defer.FromTask(_ => source.Task);
                        deferred.AddErrback(_ => "cancelled").AddCallback(_events.Add);
                        deferred.Cancel();
                        source.SetResult("too late");
                    },
                    seconds: 1
                )
            )
            .ShouldBeEmpty();
        _events.ShouldBe(["cancelled"]);
    }

    [Fact]
    public void A_task_that_was_cancelled_by_somebody_else_is_a_failure()
    {
        OnReactor.Run(
            _ =>
                Defer
                    .FromTask(_ => Task.FromCanceled<int>(new CancellationToken(canceled: true)))
                    .AddErrback((OperationCanceledException _) => _events.Add("cancelled")),
            seconds: 1
        );
        _events.ShouldBe(["cancelled"]);
    }

    private static StubHandler NeverAnswering(Action ended) =>
        new(
            async (_, cancellation) =>
            {
                cancellation.Register(ended);
                await Task.Delay(Timeout.Infinite, cancellation);
                return StubHandler.Page("never");
            }
        );

    private void Get(StubHandler handler, TimeSpan? timeout = null) =>
        Run(handler, (_, web) => Note(web.GetPage(Url, timeout)));

    private static void Run(StubHandler handler, Action<Reactor, Web> main) =>
        OnReactor.Run(reactor => main(reactor, new Web(new WebHandler(null, handler), Clock.Current)), seconds: 20);

    private void Note(Deferred<string> page) =>
        page.AddErrback(error => $"{error.GetType().Name}: {error.Message}")
            .AddCallback(text => _events.Add($"{text} at {Clock.Current.Now.TotalSeconds}"));
}
