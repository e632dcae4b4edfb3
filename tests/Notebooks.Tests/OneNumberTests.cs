using System.Globalization;
using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>Whatever the knobs, the clock and the machine: what a lesson prints, draws and sums up is one number.</summary>
public sealed class OneNumberTests(VirtualRun run)
{
    private const string Virtual = "clock=Clock.Virtual()";

    private static readonly string[] Counting = ["01", "02", "03", "04"];
    private static readonly string[] Getting = ["05", "06", "07", "08"];
    private static readonly string[] Timed = ["03", "04", .. Getting];

    [Fact]
    public void With_the_knobs_as_they_are() => Check(run.Host);

    [Theory]
    [InlineData("work=[3,1,4,1,5]")]
    [InlineData("work=[5]")]
    public async Task With_other_work_to_count(string work)
    {
        using var host = await RunAsync([.. Counting, "--set", Virtual, "--set", work]);
        Check(host);
    }

    [Theory]
    [InlineData("work=[\"http://facebook.com\", \"http://yahoo.com\", \"http://google.com\"]")]
    [InlineData("work=[\"http://linkedin.com\"]")]
    public async Task With_other_pages_to_get(string work)
    {
        using var host = await RunAsync([.. Getting, "--set", Virtual, "--set", work]);
        Check(host);
    }

    [Fact]
    public async Task In_real_time()
    {
        using var host = await RunAsync(Timed);
        Check(host);
    }

    [Fact]
    public async Task On_a_machine_that_others_keep_busy()
    {
        using var others = new BusyMachine();
        using var host = await RunAsync(Timed);
        Check(host);
    }

    [Fact]
    public async Task Without_work_every_lesson_runs_to_its_end()
    {
        using var host = await RunAsync([.. Counting, .. Getting, "--set", Virtual, "--set", "work=[]"]);
        host.ExitCode.ShouldBe(0, host.Printed);
    }

    private static Task<HostRun> RunAsync(string[] arguments) =>
        HostRun.StartAsync(TestContext.Current.CancellationToken, arguments);

    private static void Check(HostRun host)
    {
        host.ExitCode.ShouldBe(0, host.Printed);
        var checkedLessons = host.Notebooks.Count(lesson => Check(host, lesson));
        checkedLessons.ShouldBeGreaterThan(0);
    }

    // Where nothing waits, and where a lesson has no program of the article's, there is no such number.
    private static bool Check(HostRun host, string lesson)
    {
        if (host.Seconds(lesson) is not { } seconds || host.ShownBy(lesson, "ElapsedChart.Of(run") is not { } elapsed)
            return false;
        double[] numbers =
        [
            Math.Round(seconds, 1),
            Number(@"^Total elapsed time: (?<number>[\d.]+)$", host.PrintedByTheExample(lesson)),
            Number(@"^It took (?<number>[\d.]+) s;", host.ShownBy(lesson, "Summary.Of(run)")!),
            Number(@"^total (?<number>[\d.]+) s,", host.ShownBy(lesson, "TimelineChart.Of(run")!),
            Number(@"^total +(?<number>[\d.]+) s", elapsed),
        ];
        numbers.Distinct().Count().ShouldBe(1, $"{lesson}: {string.Join(", ", numbers)}");
        return true;
    }

    private static double Number(string pattern, string text)
    {
        var match = Regex.Match(text, pattern, Options);
        match.Success.ShouldBeTrue(text);
        return double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    private const RegexOptions Options =
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
}
