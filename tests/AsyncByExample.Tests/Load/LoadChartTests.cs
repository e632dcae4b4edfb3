using AsyncByExample.Labs.Load;
using AsyncByExample.Tests.Charts;

namespace AsyncByExample.Tests.Load;

public class LoadChartTests
{
    private static readonly TimeSpan Query = TimeSpan.FromMilliseconds(5);

    private static readonly LoadResult[] Results =
    [
        new("one at a time", Query, [LoadRoundTests.Round([6]), LoadRoundTests.Round([6, 11, 16, 22])]),
        new("asynchronous", Query, [LoadRoundTests.Round([6]), LoadRoundTests.Round([6, 6, 7, 7], atOnce: 4)]),
    ];

    [Fact]
    public void Who_had_an_answer_and_when() => Approval.Of(AnswersChart.Of(Results));

    [Fact]
    public void What_a_load_test_found_in_words() =>
        LoadSummary
            .Of(Results, predict: 0.02)
            .Sentences.ShouldBe([
                "one at a time: of 4 clients at once, half had their answer within 11.0 ms, and the last one after 22.0 ms (your guess: 20.0 ms).",
                "asynchronous: of 4 clients at once, half had their answer within 6.0 ms, and the last one after 7.0 ms.",
                "one at a time: the longest wait was 6.0 ms with 1 client, 22.0 ms with 4 clients; a query takes 5.0 ms.",
                "asynchronous: the longest wait was 6.0 ms with 1 client, 7.0 ms with 4 clients; a query takes 5.0 ms.",
                "one at a time: up to 1 query open at once, asked by 1 thread.",
                "asynchronous: up to 4 queries open at once, asked by 1 thread.",
            ]);

    [Fact]
    public void A_query_that_takes_no_time_has_no_limit_to_draw()
    {
        LoadResult[] results = [.. Results.Select(result => result with { Query = TimeSpan.Zero })];
        AnswersChart.Of(results).Table.ShouldContain("one at a time");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_guess_that_is_no_time_is_refused(double guess) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => LoadSummary.Of(Results, guess))
            .Message.ShouldContain("the knob called predict");
}
