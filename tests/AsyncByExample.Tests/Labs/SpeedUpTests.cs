using AsyncByExample.Labs;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Labs;

public class SpeedUpTests
{
    private static readonly Run Blocking = Run("blocking", seconds: 32, bound: 32, "15", "10");

    [Fact]
    public void Runs_of_the_same_work_are_compared_with_the_first_and_the_guess_stands_beside_the_first_number() =>
        SpeedUp
            .Of(Blocking, [Run("greenlets", 17, 17, "10", "15"), Run("await", 16, 16, "15", "10")], predict: 2)
            .Sentences.ShouldBe([
                "greenlets: 17.0 s, where blocking took 32.0 s: 1.9 times as fast (your guess: 2.0); the lower bound is 17.0 s.",
                "await: 16.0 s, where blocking took 32.0 s: 2.0 times as fast; the lower bound is 16.0 s.",
            ]);

    [Fact]
    public void A_run_of_another_queue_is_not_compared() =>
        SpeedUp
            .Of(Blocking, [Run("greenlets", 15, 15, "15")])
            .Sentences.ShouldBe([
                "greenlets: 15.0 s, where blocking took 32.0 s, for another queue: the two cannot be compared.",
            ]);

    [Fact]
    public void Where_there_was_nothing_to_do_there_is_nothing_to_compare() =>
        SpeedUp
            .Of(Run("blocking", 0, 0), [Run("greenlets", 0, 0)], predict: 2)
            .Sentences.ShouldBe([
                "greenlets: 0 s, where blocking took 0 s: there is nothing to compare (your guess: 2.0).",
            ]);

    [Fact]
    public void What_starting_and_ending_took_is_not_compared_where_there_was_no_work() =>
        SpeedUp
            .Of(Run("blocking", 2, 0), [Run("greenlets", 1, 0)])
            .Sentences.ShouldBe(["greenlets: 1.0 s, where blocking took 2.0 s: there is nothing to compare."]);

    private static Run Run(string example, int seconds, int bound, params string[] work) =>
        new(
            example,
            "a clock",
            new LowerBound(TimeSpan.FromSeconds(bound), "because"),
            new Timeline(
                [new LaneTimeline("Task One", [], [.. work.Select(Item)], FirstLine: 0)],
                [],
                TimeSpan.FromSeconds(seconds)
            )
        );

    private static WorkItem Item(string work) => new(work, TimeSpan.Zero, null, 0, null, Source: null);
}
