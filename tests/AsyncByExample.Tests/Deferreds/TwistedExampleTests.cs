using AsyncByExample.Clocks;
using AsyncByExample.Recording;
using AsyncByExample.Sites;

namespace AsyncByExample.Tests.Deferreds;

public class TwistedExampleTests
{
    public static readonly TheoryData<string> Both = new("7", "8");

    [Theory]
    [MemberData(nameof(Both))]
    public void In_each_an_answer_is_followed_by_the_next_request_also_where_two_answers_tie(string example)
    {
        var lines = Run(example, TestSites.Load()).Timeline.Lines;
        Short(lines.Where(line => line.At.TotalSeconds == 0.5))
            .ShouldBe([
                "Two got yahoo",
                "Two took 0.5",
                "Two getting shutterfly",
                "One got linkedin",
                "One took 0.2",
                "One getting mypublisher",
            ]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Each_takes_a_second_and_a_half_of_which_the_tasks_only_wait(string example)
    {
        var run = Run(example, TestSites.Load());
        run.Total.ShouldBe(TimeSpan.FromSeconds(1.5));
        Intervals(run)
            .ShouldBe([
                "Task One: Waiting 0-0.3, Waiting 0.3-0.5, Waiting 0.5-0.9, Waiting 0.9-1.5",
                "Task Two: Waiting 0-0.5, Waiting 0.5-1.3",
            ]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Each_item_lasts_from_its_start_to_the_callback_that_disposes_of_its_time(string example) =>
        Items(Run(example, TestSites.Load()))
            .ShouldBe([
                "Task One http://google.com 0-0.3",
                "Task One http://linkedin.com 0.3-0.5",
                "Task One http://mypublisher.com 0.5-0.9",
                "Task One http://facebook.com 0.9-1.5",
                "Task Two http://yahoo.com 0-0.5",
                "Task Two http://shutterfly.com 0.5-1.3",
            ]);

    [Theory]
    [MemberData(nameof(Both))]
    public void Over_real_sockets_each_gets_every_page_and_never_blocks(string example)
    {
        var run = Run(example, TestSites.Load(), Clock.Real());
        Short(run)
            .Where(line => line.Contains("got"))
            .Select(line => line.Split(' ')[2])
            .ShouldBe(TestSites.Load().Select(site => site.Name), ignoreOrder: true);
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.Zero);
        run.Total.ShouldBeGreaterThanOrEqualTo(run.LowerBound.Time);
    }

    private static Run Run(string example, Sites.Sites sites) => Run(example, sites, Clock.Virtual());

    private static Run Run(string example, Sites.Sites sites, Clock clock) =>
        (example == "7" ? Lesson.InlineCallbacks : Lesson.Callbacks).Record(sites, clock);

    private static IEnumerable<string> Short(Run run) => Short(run.Timeline.Lines);

    private static IEnumerable<string> Short(IEnumerable<PrintedLine> lines) =>
        lines.Select(line =>
            line.Text.Replace("Task ", "")
                .Replace("URL: http://", "")
                .Replace(".com", "")
                .Replace("total elapsed time:", "took")
                .Replace("Total took", "Total elapsed time:")
        );

    private static IEnumerable<string> Intervals(Run run) =>
        run.Timeline.Lanes.Select(lane =>
            $"{lane.Name}: {string.Join(", ", lane.Intervals.Select(one => FormattableString.Invariant($"{one.State} {one.From.TotalSeconds}-{one.To.TotalSeconds}")))}"
        );

    private static IEnumerable<string> Items(Run run) =>
        run.Timeline.Lanes.SelectMany(lane =>
            lane.Items.Select(item =>
                FormattableString.Invariant($"{lane.Name} {item.Work} {item.From.TotalSeconds}-{item.To?.TotalSeconds}")
            )
        );
}
