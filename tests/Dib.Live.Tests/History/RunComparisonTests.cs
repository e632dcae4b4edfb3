using Dib.Live.History;
using Dib.Running.Notebooks;
using Dib.Running.Runs;

namespace Dib.Live.Tests.History;

public class RunComparisonTests
{
    private static readonly Knob Work = new("work", "[15, 10, 5, 2]");
    private static readonly Knob Less = new("work", "[5, 5, 10]");
    private static readonly Knob Clock = new("clock", "Clock.Virtual()");

    [Fact]
    public void The_totals_differ_and_then_the_knobs() =>
        Words(Run(15, Less, Clock), Run(17, Work, Clock))
            .ShouldBe("2.0 s less than the run before. work was [15, 10, 5, 2] and is [5, 5, 10].");

    [Fact]
    public void A_knob_that_only_one_of_them_had_is_told_too() =>
        Words(Run(17, Work), Run(15, Clock))
            .ShouldBe(
                "2.0 s more than the run before. clock was Clock.Virtual() and is not there; work was not there and is [15, 10, 5, 2]."
            );

    [Fact]
    public void Less_than_a_hundredth_is_no_difference() =>
        Words(Run(17.1, Work), Run(17, Work)).ShouldBe("As long as the run before. The knobs are the same.");

    [Fact]
    public void Another_example_is_named() =>
        Words(Run(17, Work), Run(32, Work) with { Run = Run(32).Run with { Example = "3 blocking" } })
            .ShouldBe("4 greenlets: 15.0 s less than 3 blocking. The knobs are the same.");

    [Fact]
    public void Where_the_machine_was_busy_totals_are_not_compared()
    {
        var busy = Run(32, Work) with { Run = Run(32).Run with { IsSpoilt = true } };

        Words(Run(17, Work), busy)
            .ShouldBe(
                "This machine was busy during the earlier run: the totals are not compared. The knobs are the same."
            );
        Words(busy, Run(17, Work)).ShouldStartWith("This machine was busy during the later run");
    }

    [Fact]
    public void Runs_that_count_something_else_cannot_be_drawn_on_one_axis()
    {
        var lines = Run(17, Work) with
        {
            Run = Run(17).Run with { Timeline = new([], [new(null)], TimeSpan.FromSeconds(17), HasWaits: false) },
        };
        var day = Run(17, Work) with { Run = Run(17).Run with { Unit = KeptUnit.Minutes } };

        new RunComparison(lines, day).IsPossible.ShouldBeFalse();
        Words(lines, day)
            .ShouldBe(
                "4 greenlets counts printed lines, and 4 greenlets counts minutes: the two cannot be drawn on one axis. The knobs are the same."
            );
    }

    [Fact]
    public void Knobs_that_are_not_known_are_said_to_be()
    {
        var unknown = new PastRun(Run(17).Run, null);

        Words(unknown, Run(17, Work)).ShouldEndWith("The knobs of the later run are not known.");
        Words(Run(17, Work), unknown).ShouldEndWith("The knobs of the earlier run are not known.");
        Words(unknown, unknown).ShouldEndWith("The knobs of both are not known.");
        Words(Run(17), Run(17)).ShouldBe("As long as the run before.");
    }

    private static string Words(PastRun run, PastRun before) => new RunComparison(run, before).Words;

    private static PastRun Run(double seconds, params Knob[] knobs) =>
        new(
            new KeptRun(
                "4 greenlets",
                new KeptTimeline([], [], TimeSpan.FromSeconds(seconds), HasWaits: true),
                KeptUnit.ArticleSeconds
            ),
            new RunNote("", [.. knobs], [])
        );
}
