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
    [InlineData("work=[]")]
    public async Task With_other_work_to_count(string work)
    {
        using var host = await RunAsync([.. Counting, "--set", Virtual, "--set", work]);
        Check(host);
    }

    [Theory]
    [InlineData("work=[\"http://facebook.com\", \"http://yahoo.com\", \"http://google.com\"]")]
    [InlineData("work=[\"http://linkedin.com\"]")]
    [InlineData("work=[]")]
    public async Task With_other_pages_to_get(string work)
    {
        using var host = await RunAsync([.. Getting, "--set", Virtual, "--set", work]);
        Check(host);
    }

    [Fact]
    public async Task In_real_time()
    {
        using var host = await RunAsync(["--set", "n=1000", "--set", "threads=20"]);
        Check(host);
    }

    [Fact]
    public async Task On_a_machine_that_others_keep_busy()
    {
        using var others = new BusyMachine();
        using var host = await RunAsync(Timed);
        Check(host);
    }

    private static Task<HostRun> RunAsync(string[] arguments) =>
        HostRun.StartAsync(TestContext.Current.CancellationToken, arguments);

    private static void Check(HostRun host)
    {
        host.ExitCode.ShouldBe(0, host.Printed);
        foreach (var lesson in host.Notebooks)
            if (Number(@"^Total elapsed time: (?<number>[\d.]+)$", host.PrintedByTheExample(lesson)) is { } total)
                NumbersShown(host, lesson).ShouldAllBe(number => number == total, $"{lesson} printed {total}");
    }

    private static IEnumerable<double> NumbersShown(HostRun host, string lesson)
    {
        var shown = host.Cells(lesson).SelectMany(cell => HostRun.Outputs(cell, "result")).ToList();
        yield return Math.Round(host.Total(lesson), 1);
        // Where nothing waited, lines are counted instead.
        foreach (
            var pattern in new[]
            {
                @"^It took (?<number>[\d.]+) s;",
                @"^total (?<number>[\d.]+) s,",
                @"^total +(?<number>[\d.]+) s",
            }
        )
            if (shown.Select(text => Number(pattern, text)).FirstOrDefault(number => number is not null) is { } number)
                yield return number;
    }

    private static double? Number(string pattern, string text) =>
        Regex.Match(text, pattern, RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)
            is { Success: true } match
            ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
            : null;
}
