using System.Text.Json;
using System.Text.RegularExpressions;
using AsyncByExample.Charts;
using AsyncByExample.Clocks;
using AsyncByExample.Notebook.Formatting;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace AsyncByExample.Tests.Charts;

public class ChartTests
{
    private static readonly Run Example2 = Lesson.Cooperative.Record([3, 2, 1]);
    private static readonly Run Example3 = Lesson.BlockingSleep.Record([3, 2, 1]);
    private static readonly Run Example4 = Lesson.Greenlets.Record([3, 2, 1]);

    public ChartTests() => Formatters.Register();

    [Fact]
    public void The_timeline_of_an_example_without_waits_counts_printed_lines() => Approve(TimelineChart.Of(Example2));

    [Fact]
    public void The_timeline_of_blocking_sleeps() => Approve(TimelineChart.Of(Example3));

    [Fact]
    public void The_timeline_of_cooperative_sleeps() => Approve(TimelineChart.Of(Example4));

    [Fact]
    public void The_thread_that_ran_a_task_is_named_below_the_task()
    {
        Threads(Lesson.AsyncAwait.Record([2, 1])).Distinct().Count().ShouldBe(1, "an await is not a thread");

        static IEnumerable<string> Threads(Run run) =>
            Regex
                .Matches(
                    TimelineChart.Of(run, threads: true).ToDisplayString("text/html"),
                    @"Task (One|Two)\\u003cbr>(?<thread>thread \d+)",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(10)
                )
                .Select(match => match.Groups["thread"].Value);
    }

    [Fact]
    public void Who_did_the_work_where_nobody_waits() => Approve(ElapsedChart.Of(Example2, predict: 4));

    [Fact]
    public void Elapsed_times_beside_the_total_the_bound_and_the_guess() =>
        Approve(ElapsedChart.Of(Example3, predict: 4.5));

    [Fact]
    public void Whose_time_an_item_s_elapsed_time_was() => Approve(ItemsChart.Of(Example3));

    [Fact]
    public void Without_an_item_nobody_s_time_is_drawn() =>
        ItemsChart.Of(Lesson.BlockingSleep.Record(Array.Empty<int>())).Title.ShouldContain("no item was finished");

    [Fact]
    public void Examples_that_only_count_are_compared_by_their_lines() =>
        Approve(ComparisonChart.Of([Lesson.Synchronous.Record([3, 2, 1]), Example2]));

    [Fact]
    public void The_examples_run_so_far() => Approve(ComparisonChart.Of([Example2, Example3, Example4]));

    [Fact]
    public void Small_timelines_on_one_axis() => Approve(SideBySideChart.Of([Example3, Example4]));

    [Fact]
    public void Small_timelines_of_examples_without_waits_count_printed_lines() =>
        Approve(SideBySideChart.Of([Example2]));

    [Fact]
    public void How_much_faster_than_the_first_and_how_far_from_the_bound() =>
        Approve(SpeedUpChart.Of([Example3, Example4]));

    [Fact]
    public void A_picture_of_a_run_that_is_missing_is_a_sentence_that_says_so()
    {
        Picture[] pictures =
        [
            TimelineChart.Of(null),
            ElapsedChart.Of(null),
            ItemsChart.Of(null),
            SideBySideChart.Of([null]),
            SpeedUpChart.Of([]),
        ];
        pictures.ShouldAllBe(picture => picture.ToString().Contains("There is no run to draw yet"));
        ComparisonChart.Of(new RunStore("nowhere").Like(null)).ToString().ShouldContain("No run of this kind");
        pictures[0].ToDisplayString("text/html").ShouldStartWith("<p>There is no run to draw yet");
        Summary.Of(null).ToString().ShouldStartWith("There is no run to tell of yet");
    }

    [Fact]
    public void The_pages_that_a_task_got_are_named_as_far_as_there_is_room() =>
        Approve(TimelineChart.Of(Lesson.BlockingHttp.Record(ArticleHttpExampleTests.Sites)));

    [Fact]
    public void What_happened_in_words() =>
        string.Join("\n\n", new[] { Example2, Example3, Example4 }.Select(run => $"{Summary.Of(run)}"))
            .ShouldMatchApproved(options => options.SubFolder("Approved").WithScrubber(WithoutLineNumbers).NoDiff());

    [Fact]
    public void A_chart_is_a_fragment_of_html_that_asks_nothing_of_the_network()
    {
        var html = TimelineChart.Of(Example3).ToDisplayString("text/html");
        html.ShouldMatchApproved(options =>
            options.SubFolder("Approved").WithFileExtension(".html").WithScrubber(WithoutId).NoDiff()
        );
        html.ShouldNotContain("http");
    }

    [Fact]
    public void The_drawing_script_brings_plotly_with_it_and_loads_nothing()
    {
        ChartScript.Element.Html.ShouldContain("plotly.js v2.28.0");
        ChartScript.Element.Html.ShouldNotContain("<script src");
        ChartScript
            .Element.Html.Split("</script")
            .Length.ShouldBe(2, "a script that contains its own end tag would be cut off there");
    }

    [Fact]
    public void A_chart_shows_as_html_and_as_a_table_of_plain_text() =>
        Formatter.GetPreferredMimeTypesFor(typeof(Picture)).ShouldBe(["text/html", "text/plain"]);

    [Fact]
    public void A_chart_made_with_Plotly_NET_alone_is_drawn_too() =>
        Figures.Bar().ToDisplayString("text/html").ShouldContain("abe-chart");

    [Fact]
    public void A_run_tells_its_total_and_bound_as_json()
    {
        using var json = JsonDocument.Parse(Example3.ToDisplayString("application/json"));
        json.RootElement.GetProperty("total").GetDouble().ShouldBe(6);
        json.RootElement.GetProperty("lowerBound").GetDouble().ShouldBe(6);
    }

    [Fact]
    public void What_a_task_prints_cannot_break_out_of_the_chart()
    {
        var run = Recorder.Record(
            "</script><b>",
            Clock.Virtual(),
            LowerBound.NoWaiting([]),
            () =>
            {
                using var lane = Recorder.Lane("Task <One>");
                Console.WriteLine("</script><script>alert(1)</script>");
            }
        );
        var html = TimelineChart.Of(run).ToDisplayString("text/html");
        html.ShouldNotContain("alert(1)</script>");
        html.ShouldNotContain("<One>");
    }

    [Fact]
    public void A_very_long_run_is_drawn_to_its_end_and_less_finely_and_said_to_be()
    {
        var run = Lesson.BlockingSleep.Record([3000, 3000]);
        TimelineChart
            .Of(run)
            .Title.ShouldBe("3 blocking sleep: timeline (what one task did within 6.0 s is drawn together)");
        run.Timeline.AtMost(4000).Lanes.Max(lane => lane.Intervals[^1].To).ShouldBe(run.Total);
        var lines = Lesson.Cooperative.Record([3000, 3000]);
        TimelineChart.Of(lines).Title.ShouldBe("2 cooperative: timeline (the first 2000 of 6002 lines)");
    }

    [Fact]
    public void An_empty_queue_still_makes_charts()
    {
        foreach (var example in new[] { Lesson.Synchronous, Lesson.BlockingSleep, Lesson.Greenlets })
        {
            var run = example.Record(Array.Empty<int>());
            TimelineChart.Of(run).ToDisplayString("text/html").ShouldContain("abe-chart");
            ElapsedChart.Of(run).ToDisplayString("text/html").ShouldContain("abe-chart");
            Summary.Of(run).Sentences.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_run_that_is_over_at_once_is_drawn_against_its_bound_in_seconds()
    {
        var run = Recorder.Record(
            "hasty",
            Clock.Virtual(),
            LowerBound.OneThread([17]),
            () =>
            {
                using var et = ElapsedTime.Start("Task One", 17);
                AsyncByExample.Clocks.Thread.Sleep(20);
            }
        );
        GenericChart.toFigureJson(TimelineChart.Of(run).Figure).ShouldContain("\"article seconds\"");
    }

    [Fact]
    public void A_negative_guess_is_refused() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => ElapsedChart.Of(Example3, -1))
            .Message.ShouldContain("the knob called predict");

    [Fact]
    public void There_is_nothing_to_compare_before_the_first_run() =>
        ComparisonChart.Of([]).ToString().ShouldContain("No run of this kind has been kept so far");

    // Each run has a name that no other has.
    private static string WithoutId(string html) =>
        Regex.Replace(html, "[0-9a-f]{32}", "id", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static void Approve(Picture picture) => Approval.Of(picture);

    // Where a line stands in the examples' source is not what these sentences are about.
    private static string WithoutLineNumbers(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Split(", line ")[0]));
}
