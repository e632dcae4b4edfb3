using AsyncByExample.Labs.Scale;
using AsyncByExample.Tests.Charts;

namespace AsyncByExample.Tests.Scale;

public class CostChartTests
{
    private static readonly CostCurve Loop = new(
        "event loop",
        [new(2, 1.0001, 700), new(1000, 1.001, 450), new(100_000, 1.1, 455)],
        CostOrigin.Measured
    );

    private static readonly CostCurve Threads = new("a thread each", [new(1000, 1.15)], CostOrigin.Measured);

    private static readonly CostCurve Peer = new(
        "asyncio",
        [new(2, 1.001), new(1000, 1.1), new(1_000_000, 22)],
        CostOrigin.Recorded
    )
    {
        Version = "Python 3.11.2",
    };

    [Fact]
    public void What_sleepers_take_above_a_second() =>
        Approval.Of(SleepersTimeChart.Of([Loop, Threads, Threads.ExtrapolatedTo(100_000), Peer], predict: 1.5));

    [Fact]
    public void What_is_extrapolated_is_named_so_drawn_without_points_and_grows_with_the_number_of_threads()
    {
        var would = Threads.ExtrapolatedTo(100_000);
        would.System.ShouldBe("a thread each, extrapolated");
        would.Origin.ShouldBe(CostOrigin.Extrapolated);
        would.Costs[0].ShouldBe(Threads.Costs[0]);
        would.Costs[1].OverIdeal.ShouldBe(15, tolerance: 1e-9);
    }

    [Fact]
    public void A_system_that_was_not_above_the_ideal_is_left_out_of_a_logarithm_and_stays_in_the_numbers()
    {
        var early = Peer with { System = "early", Costs = [new(2, 0.9995), new(100, 1.2)] };
        SleepersTimeChart.Of([Loop, early]).Table.ShouldContain("early");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_guess_that_nobody_can_reach_is_refused(double guess) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => SleepersTimeChart.Of([Loop], guess))
            .Message.ShouldContain("the knob called predict");
}
