using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using CsCheck;

namespace AsyncByExample.Tests.EventLoops;

public class EventLoopTests
{
    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_ties_in_the_order_of_their_start() =>
        Gen.Int[0, 5]
            .Array[0, 20]
            .Sample(delays =>
            {
                var loop = new EventLoop(Clock.Virtual());
                var fired = new List<int>();
                foreach (var (i, delay) in delays.Index())
                    loop.CallLater(TimeSpan.FromSeconds(delay), () => fired.Add(i));
                loop.RunUntil(() => fired.Count == delays.Length);
                fired.ShouldBe(Enumerable.Range(0, delays.Length).OrderBy(i => delays[i]));
            });

    [Fact]
    public void What_is_posted_runs_in_order_and_before_the_next_timer()
    {
        var loop = new EventLoop(Clock.Virtual());
        var events = new List<string>();
        loop.CallLater(TimeSpan.FromSeconds(1), () => events.Add("timer"));
        loop.Post(() =>
        {
            events.Add("first");
            loop.Post(() => events.Add("third"));
        });
        loop.Post(() => events.Add("second"));
        loop.RunUntil(() => events.Count == 4);
        events.ShouldBe(["first", "second", "third", "timer"]);
    }

    [Fact]
    public void A_timer_taken_back_never_fires()
    {
        var loop = new EventLoop(Clock.Virtual());
        var events = new List<string>();
        var cancelled = loop.CallLater(TimeSpan.FromSeconds(1), () => events.Add("cancelled"));
        loop.CallLater(TimeSpan.FromSeconds(2), () => events.Add("kept"));
        cancelled.Dispose();
        loop.RunUntil(() => events.Count > 0);
        events.ShouldBe(["kept"]);
    }

    [Fact]
    public void Virtual_time_jumps_to_the_next_timer_and_no_further()
    {
        var clock = Clock.Virtual();
        var loop = new EventLoop(clock);
        var times = new List<double>();
        foreach (var delay in new[] { 5, 1000, 3 })
            loop.CallLater(TimeSpan.FromSeconds(delay), () => times.Add(clock.Now.TotalSeconds));
        loop.RunUntil(() => times.Count == 3);
        times.ShouldBe([3, 5, 1000]);
    }

    [Fact]
    public void A_post_from_another_thread_wakes_the_loop()
    {
        var loop = new EventLoop(Clock.Real());
        var (posted, ranOn) = (false, 0);
        var other = new System.Threading.Thread(() =>
            loop.Post(() => (posted, ranOn) = (true, Environment.CurrentManagedThreadId))
        );
        loop.Post(other.Start);
        loop.RunUntil(() => posted);
        ranOn.ShouldBe(Environment.CurrentManagedThreadId);
    }

    [Fact]
    public async Task A_main_method_that_completes_on_another_thread_ends_the_loop()
    {
        var main = new TaskCompletionSource();
        var loop = Task.Run(() => EventLoop.Run(() => main.Task), TestContext.Current.CancellationToken);
        main.SetResult();
        await loop.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Every_await_comes_back_to_the_thread_of_the_loop()
    {
        var threads = new List<int>();
        EventLoop.Run(async () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Yield();
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { }, TestContext.Current.CancellationToken);
            threads.Add(Environment.CurrentManagedThreadId);
        });
        threads.Distinct().ShouldBe([Environment.CurrentManagedThreadId]);
    }

    [Fact]
    public void What_the_main_method_throws_comes_out_unchanged() =>
        Should
            .Throw<InvalidOperationException>(() =>
                EventLoop.Run(async () =>
                {
                    await Task.Yield();
                    throw new InvalidOperationException("boom");
                })
            )
            .Message.ShouldBe("boom");

    [Fact]
    public void What_a_posted_action_throws_ends_the_loop_and_leaves_the_thread_free_for_another_one()
    {
        var loop = new EventLoop(Clock.Virtual());
        loop.Post(() => throw new InvalidOperationException("boom"));
        Should.Throw<InvalidOperationException>(() => loop.RunUntil(() => false)).Message.ShouldBe("boom");
        EventLoop.Run(() => Task.CompletedTask);
    }

    [Fact]
    public void A_second_loop_on_the_same_thread_is_refused_with_what_to_do_instead() =>
        Should
            .Throw<InvalidOperationException>(() =>
                EventLoop.Run(() =>
                {
                    EventLoop.Run(() => Task.CompletedTask);
                    return Task.CompletedTask;
                })
            )
            .Message.ShouldContain("await the work instead");

    [Fact]
    public void An_async_void_method_is_waited_for()
    {
        var events = new List<string>();
        EventLoop.Run(() =>
        {
            Fire(events);
            return Task.CompletedTask;
        });
        events.ShouldBe(["started", "ended"]);
    }

    [Fact]
    public void A_periodic_timer_of_the_clock_ticks_on_the_loop()
    {
        var clock = Clock.Virtual();
        var ticks = new List<double>();
        var loop = new EventLoop(clock);
        loop.Post(() =>
            clock.CreateTimer(
                _ => ticks.Add(clock.Now.TotalSeconds),
                null,
                TimeSpan.FromSeconds(1),
                TimeSpan.FromSeconds(2)
            )
        );
        loop.RunUntil(() => ticks.Count == 3);
        ticks.ShouldBe([1, 3, 5]);
    }

#pragma warning disable VSTHRD100 // That it is async void is what is tested.
    private static async void Fire(List<string> events)
#pragma warning restore VSTHRD100
    {
        events.Add("started");
        await Task.Yield();
        events.Add("ended");
    }

    [Fact]
    public void What_the_main_method_throws_comes_out_at_once_whatever_async_void_methods_still_run()
    {
        var clock = Clock.Virtual();
        Should.Throw<NotSupportedException>(() =>
            Run(
                clock,
                () =>
                {
                    Forever(clock);
                    throw new NotSupportedException();
                }
            )
        );
        clock.Now.ShouldBe(TimeSpan.Zero);

#pragma warning disable VSTHRD100 // It is the one that must not be waited for.
        static async void Forever(Clock clock) => await Task.Delay(TimeSpan.FromDays(1), clock);
#pragma warning restore VSTHRD100
    }

    [Fact]
    public void Who_yields_until_a_moment_of_virtual_time_sees_it_come()
    {
        var clock = Clock.Virtual();
        Run(
            clock,
            async () =>
            {
                var alarm = Task.Delay(TimeSpan.FromSeconds(60), clock);
                while (!alarm.IsCompleted)
                    await Task.Yield();
            }
        );
        clock.Now.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_task_that_is_waited_for_on_its_own_loop_is_found_out_and_named(bool byResult)
    {
        Run? run = null;
        var fault = Should.Throw<InvalidOperationException>(() =>
            run = Recorder.Record(
                "deadlock",
                Clock.Virtual(),
                LowerBound.NoWaiting([]),
                () => EventLoop.Run(() => WaitAsync(byResult))
            )
        );
        fault.Message.ShouldStartWith("Task One, at WaitAsync, EventLoopTests.cs, line ");
        fault.Message.ShouldContain("write await instead");
    }

#pragma warning disable VSTHRD002, VSTHRD103 // That is what goes wrong.
    private static async Task WaitAsync(bool byResult)
    {
        using var et = ElapsedTime.Start("Task One", 1);
        await Task.Yield();
        var page = PageAsync();
        if (byResult)
            Console.WriteLine(page.Result);
        else
            page.Wait(TestContext.Current.CancellationToken);
    }
#pragma warning restore VSTHRD002, VSTHRD103

    private static async Task<int> PageAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current);
        return 4096;
    }

    [Fact]
    public void Who_leaves_the_loop_is_drawn_on_the_thread_where_he_goes_on()
    {
        var loop = 0;
        var run = Run(
            Clock.Real(speed: 1000),
            async () =>
            {
                loop = Environment.CurrentManagedThreadId;
                using var et = ElapsedTime.Start("Task One", 1);
                await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current).ConfigureAwait(false);
                Console.WriteLine("elsewhere");
                System.Threading.Thread.Sleep(5);
            }
        );
        var lane = run.Timeline.Lanes.ShouldHaveSingleItem();
        lane.Intervals[^1].State.ShouldBe(TaskState.Running);
        lane.Intervals[^1].Thread.ShouldNotBe(loop);
        Summary.Of(run).ToString().ShouldContain("Task One left the event loop at ");
    }

    [Fact]
    public void Who_has_left_the_loop_and_waits_in_virtual_time_is_told_what_happened() =>
        Should
            .Throw<InvalidOperationException>(() =>
                Run(
                    Clock.Virtual(),
                    async () =>
                    {
                        await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current).ConfigureAwait(false);
                        await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current);
                    }
                )
            )
            .Message.ShouldContain("has left it by ConfigureAwait(false) or Task.Run");

    private static Run Run(Clock clock, Func<Task> main) =>
        Recorder.Record("loop", clock, LowerBound.NoWaiting([]), () => EventLoop.Run(main));
}
