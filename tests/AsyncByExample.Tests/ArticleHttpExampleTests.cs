using AsyncByExample.Recording;
using AsyncByExample.Sites;
using CsCheck;

namespace AsyncByExample.Tests;

public class ArticleHttpExampleTests
{
    /// <summary>The six sites, with latencies of which no two sums tie.</summary>
    internal static readonly Sites.Sites Sites = TestSites.Load().With("linkedin", latency: 0.21);

    private const string InTheOriginalsOrder =
        "get1 google get2 yahoo got1 google@0.3 get1 linkedin got2 yahoo@0.5 get2 shutterfly got1 linkedin@0.2 "
        + "get1 mypublisher got1 mypublisher@0.4 get1 facebook got2 shutterfly@0.8 got1 facebook@0.6 _ Total@1.5";

    [Fact]
    public void Example_5_prints_the_lines_of_the_original_and_takes_2_8_seconds()
    {
        var run = Lesson.BlockingHttp.Record(Sites);
        Short(run)
            .ShouldBe(
                "get1 google got1 google@0.3 get2 yahoo got2 yahoo@0.5 get1 linkedin got1 linkedin@0.2 "
                    + "get2 shutterfly got2 shutterfly@0.8 get1 mypublisher got1 mypublisher@0.4 "
                    + "get2 facebook got2 facebook@0.6 _ Total@2.8"
            );
        run.Total.ShouldBe(TimeSpan.FromSeconds(2.81));
        run.Timeline.In(TaskState.Blocking).ShouldBe(run.Total);
    }

    [Fact]
    public void Example_6_prints_the_lines_of_the_original_and_takes_1_5_seconds()
    {
        var run = Lesson.GreenletsHttp.Record(Sites);
        Short(run).ShouldBe(InTheOriginalsOrder);
        run.Total.ShouldBe(TimeSpan.FromSeconds(1.51));
        run.Timeline.In(TaskState.Blocking).ShouldBe(TimeSpan.Zero);
        run.Timeline.In(TaskState.Waiting).ShouldBe(TimeSpan.FromSeconds(2.81));
    }

    [Theory]
    [InlineData("06-http-greenlets", "asyncRun")]
    [InlineData("07-http-inline-callbacks", "run")]
    [InlineData("08-http-callbacks", "run")]
    public void Every_other_way_prints_the_same_lines(string notebook, string variable)
    {
        var run = Lesson.Of(notebook, variable).Record(Sites);
        Short(run).ShouldBe(InTheOriginalsOrder);
        run.Total.ShouldBe(TimeSpan.FromSeconds(1.51));
    }

    [Fact]
    public void Example_5_takes_the_sum_of_any_latencies_and_example_6_never_beats_its_lower_bound() =>
        Gen.Int[0, 20]
            .Array[1, 8]
            .Sample(tenths =>
            {
                var sites = new Sites.Sites(
                    tenths.Select((tenth, i) => new Site($"s{i}", $"http://s{i}.com", tenth / 10.0))
                );
                var blocking = Lesson.BlockingHttp.Record(sites);
                blocking.Total.ShouldBe(blocking.LowerBound.Time);
                var greenlets = Lesson.GreenletsHttp.Record(sites);
                greenlets.Total.ShouldBeGreaterThanOrEqualTo(greenlets.LowerBound.Time);
                Lesson.AsyncAwaitHttp.Record(sites).Total.ShouldBe(greenlets.Total);
            });

    // As the notes on the originals have it: get1 google, got1 google@0.3 with its elapsed time.
    internal static string Short(Run run) =>
        string.Join(
                ' ',
                run.Timeline.Lines.Select(line =>
                        line.Text.Replace("Task One getting URL: ", "get1 ")
                            .Replace("Task Two getting URL: ", "get2 ")
                            .Replace("Task One got URL: ", "got1 ")
                            .Replace("Task Two got URL: ", "got2 ")
                            .Replace("Task One total elapsed time: ", "@")
                            .Replace("Task Two total elapsed time: ", "@")
                            .Replace("Total elapsed time: ", "Total@")
                            .Replace("http://", "")
                            .Replace(".com", "")
                    )
                    .Select(word => word.Length == 0 ? "_" : word)
            )
            .Replace(" @", "@");
}
