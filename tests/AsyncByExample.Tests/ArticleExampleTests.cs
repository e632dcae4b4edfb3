using System.Globalization;
using CsCheck;

namespace AsyncByExample.Tests;

public class ArticleExampleTests
{
    internal static readonly int[] Work = [15, 10, 5, 2];

    [Fact]
    public void Example_1_prints_the_lines_of_the_original()
    {
        var run = Lesson.Synchronous.Record(Work);
        Short(run)
            .ShouldBe(
                "15O One=15 10O One=10 5O One=5 2O One=2 Two:nothing-to-do",
                "the original prints 37 lines, all but the last by task One"
            );
    }

    [Fact]
    public void Example_2_prints_the_lines_of_the_original()
    {
        var run = Lesson.Cooperative.Record(Work);
        Short(run).ShouldBe($"{Times(10, "O T")} O Two=10 {Times(4, "T O")} T One=15 O Two=5 O One=2");
    }

    [Theory]
    [InlineData(
        "03-cooperative-blocking",
        "Two=10 Two@20.0 {4} T One=15 One@30.0 O Two=5 Two@10.0 O One=2 One@2.0 _ Total@32.0"
    )]
    [InlineData("04-greenlets", "Two=10 Two@10.0 {4} T One=15 One@15.0 Two=5 Two@5.0 2O One=2 One@2.0 _ Total@17.0")]
    public void Examples_3_and_4_print_the_lines_of_the_originals(string notebook, string lines) =>
        Short(Lesson.Of(notebook).Record(Work))
            .ShouldBe($"{Times(10, "O T")} O {lines.Replace("{4}", Times(4, "T O"))}");

    [Fact]
    public void Example_4_with_async_and_await_differs_only_where_two_items_end_at_the_same_moment()
    {
        var greenlets = Lesson.Greenlets.Record(Work);
        var run = Lesson.AsyncAwait.Record(Work);
        Short(run)
            .ShouldBe(
                $"{Times(10, "O T")} O Two=10 Two@10.0 T {Times(4, "O T")} One=15 One@15.0 O Two=5 Two@5.0 O One=2 One@2.0 _ Total@17.0"
            );
        Intervals(run).ShouldBe(Intervals(greenlets), "the picture is the same");
    }

    [Fact]
    public void Example_2_prints_for_any_queue_what_the_original_prints() =>
        Queues.Sample(work => Short(Lesson.Cooperative.Record(work)).ShouldBe(Compact(OriginalExample2.Lines(work))));

    [Fact]
    public void Example_3_takes_the_sum_of_any_queue() =>
        Queues.Sample(work => Lesson.BlockingSleep.Record(work).Total.ShouldBe(TimeSpan.FromSeconds(work.Sum())));

    [Fact]
    public void Example_4_never_beats_the_lower_bound_and_both_its_forms_take_as_long() =>
        Queues.Sample(work =>
        {
            var run = Lesson.Greenlets.Record(work);
            run.Total.ShouldBeGreaterThanOrEqualTo(run.LowerBound.Time);
            Lesson.AsyncAwait.Record(work).Total.ShouldBe(run.Total);
        });

    [Fact]
    public void A_queue_of_ten_thousand_items_is_worked_off()
    {
        int[] work = [.. Enumerable.Repeat(1, 10_000)];
        Lesson.Greenlets.Record(work).Total.ShouldBe(TimeSpan.FromSeconds(5000));
    }

    internal static readonly Gen<int[]> Queues = Gen.Int[0, 6].Array[0, 8];

    // As the notes on the originals have it: O and T for the two running lines, Two=10 for a total, Two@20.0 for a time.
    private static string Short(Run run) => Compact(run.Timeline.Lines.Select(line => line.Text));

    private static string Compact(IEnumerable<string> lines)
    {
        var words = lines.Select(line =>
            line.Replace("Task One running", "O")
                .Replace("Task Two running", "T")
                .Replace(" total elapsed time: ", "@")
                .Replace("Total elapsed time: ", "Total@")
                .Replace(" total: ", "=")
                .Replace("Task ", "")
                .Replace(" nothing to do", ":nothing-to-do")
        );
        return string.Join(
            ' ',
            words.Select(word => word.Length == 0 ? "_" : word).Aggregate(new List<string>(), Count)
        );
    }

    // O O O as 3O.
    private static List<string> Count(List<string> words, string word)
    {
        if (word == "O" && words is [.., var last] && last.EndsWith('O'))
            words[^1] = $"{(last == "O" ? 1 : int.Parse(last[..^1], CultureInfo.InvariantCulture)) + 1}O";
        else
            words.Add(word);
        return words;
    }

    private static string Times(int count, string words) => string.Join(' ', Enumerable.Repeat(words, count));

    private static string Intervals(Run run) =>
        string.Join(
            '\n',
            run.Timeline.Lanes.Select(lane =>
                $"{lane.Name}: {string.Join(' ', lane.Intervals.Select(interval => $"{interval.State}{interval.From}-{interval.To}"))}"
            )
        );
}
