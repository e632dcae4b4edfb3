using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Labs.Days;

namespace AsyncByExample.Tests.EventLoops;

public class PriorityTurnsTests
{
    private readonly PriorityTurns _turns = new();
    private readonly List<string> _events = [];
    private readonly Clock _clock = Clock.Virtual();

    [Fact]
    public void The_most_important_that_asks_goes_first_and_equals_go_in_the_order_of_asking()
    {
        Run(() => Task.WhenAll(AskAsync("c", 3), AskAsync("a1", 1), AskAsync("b", 2), AskAsync("a2", 1)));
        _events.ShouldBe(["a1", "a2", "b", "c"]);
    }

    [Fact]
    public void Who_becomes_ready_while_another_one_works_is_asked_before_the_next_turn_is_given()
    {
        Run(() => Task.WhenAll(WorkAsync("low", 3, steps: 3), AfterAsync(seconds: 1, AskAsync, "high", 1)));
        _events.ShouldBe(["low", "high", "low", "low"]);
    }

    [Fact]
    public async Task Outside_a_loop_there_are_no_turns() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => _turns.TurnAsync(1))).Message.ShouldContain(
            "EventLoop.Run"
        );

    private async Task AskAsync(string name, int priority)
    {
        await _turns.TurnAsync(priority);
        _events.Add(name);
    }

    private async Task WorkAsync(string name, int priority, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await AskAsync(name, priority);
            _clock.Sleep(TimeSpan.FromSeconds(5));
        }
    }

    private async Task AfterAsync(int seconds, Func<string, int, Task> ask, string name, int priority)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), _clock);
        await ask(name, priority);
    }

    private void Run(Func<Task> main) =>
        Recorder.Record("turns", _clock, LowerBound.NoWaiting([]), () => EventLoop.Run(main));
}
