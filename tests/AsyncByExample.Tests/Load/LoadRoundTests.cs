using AsyncByExample.Labs.Load;

namespace AsyncByExample.Tests.Load;

public class LoadRoundTests
{
    private static readonly LoadRound OneToHundred = Round([.. Enumerable.Range(1, 100)]);

    [Theory]
    [InlineData(50, 50)]
    [InlineData(95, 95)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(0, 1)]
    public void A_percentile_is_the_wait_of_its_nearest_rank(double percent, int milliseconds) =>
        OneToHundred.Percentile(percent).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void Of_four_clients_the_99th_percentile_is_the_last_one() =>
        Round([1, 2, 3, 9]).Percentile(99).ShouldBe(TimeSpan.FromMilliseconds(9));

    internal static LoadRound Round(int[] milliseconds, int atOnce = 1) =>
        new([.. milliseconds.Select(wait => TimeSpan.FromMilliseconds(wait))], atOnce, 1);
}
