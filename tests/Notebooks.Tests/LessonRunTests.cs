namespace Notebooks.Tests;

public sealed class LessonRunTests(VirtualRun run)
{
    public static TheoryData<string> Lessons =>
        [.. Repository.Lessons.Select(path => Path.GetFileNameWithoutExtension(path))];

    // What is measured in real time is another each time: such a lesson has no run of its own.
    public static TheoryData<string> LessonsWithARun =>
        [
            .. Repository
                .Lessons.Where(path => File.ReadAllText(path).Contains("\nvar run = "))
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

    [Fact]
    public void All_lessons_run_to_their_end() => run.Host.ExitCode.ShouldBe(0, run.Host.Printed);

    [Theory]
    [MemberData(nameof(LessonsWithARun))]
    public void The_example_prints_what_it_printed_before(string lesson) =>
        run
            .Host.PrintedByTheExample(lesson)
            .ShouldMatchApproved(options => options.SubFolder("Approved").WithDiscriminator(lesson).NoDiff());

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_cell_that_draws_does_so_for_eyes_and_as_text(string lesson)
    {
        var charts = run.Host.Cells(lesson).Where(cell => cell.GetProperty("code").GetString()!.Contains("Chart.Of("));
        charts.ShouldNotBeEmpty();
        foreach (var chart in charts)
        {
            var outputs = chart
                .GetProperty("outputs")
                .EnumerateArray()
                .Where(output => output.GetProperty("kind").GetString() == "result")
                .ToList();
            outputs.Select(output => output.GetProperty("mime").GetString()).ShouldBe(["text/html", "text/plain"]);
            outputs[0].GetProperty("text").GetString()!.ShouldContain("abe-chart");
        }
    }

    [Fact]
    public void A_run_is_compared_with_those_of_the_lessons_before_that_did_the_same_job()
    {
        var last = run
            .Host.Cells("04-greenlets")
            .Last(cell => cell.GetProperty("code").GetString()!.Contains("ComparisonChart.Of("));
        var table = HostRun.Outputs(last, "result").Last().Split('\n')[3..];
        table
            .Select(row => row.Split("  ")[0])
            .Where(example => example.Length > 0)
            .ShouldBe(["3 blocking sleep", "4 greenlets", "4 with async/await"]);
    }

    [Theory]
    [InlineData("03-cooperative-blocking", "32.0 s", "32.0 s")]
    [InlineData("04-greenlets", "17.0 s", "17.0 s")]
    [InlineData("05-http-blocking", "2.8 s", "2.8 s")]
    [InlineData("06-http-greenlets", "1.5 s", "1.4 s")]
    [InlineData("07-http-inline-callbacks", "1.5 s", "1.4 s")]
    [InlineData("08-http-callbacks", "1.5 s", "1.4 s")]
    [InlineData("10-modern-csharp", "1.5 s", "1.4 s")]
    public void The_closing_table_tells_the_total_and_its_lower_bound(string lesson, string total, string bound)
    {
        var row = run.Host.Printed.Split('\n').Last(line => line.Contains(lesson));
        row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2..]
            .ShouldBe([total, bound]);
    }

    [Theory]
    [InlineData("05-http-blocking", "yahoo")]
    [InlineData("06-http-greenlets", "yahoo")]
    [InlineData("07-http-inline-callbacks", "yahoo")]
    [InlineData("08-http-callbacks", "yahoo")]
    [InlineData("10b-when-things-go-wrong", "linkedin")]
    public void With_a_dead_site_every_url_is_attempted_and_what_failed_is_named(string lesson, string dead)
    {
        var careful = run
            .Host.Cells(lesson)
            .Select(cell => string.Concat(HostRun.Outputs(cell, "stdout")))
            .Last(printed => printed.Contains("Accounted for:"));
        careful.ShouldContain("Accounted for: 6 of 6");
        careful.ShouldContain($"http://{dead}.com: Connection refused");
        string[] sites = ["google", "yahoo", "linkedin", "shutterfly", "mypublisher", "facebook"];
        foreach (var site in sites.Where(site => site != dead))
            careful.ShouldContain($"got URL: http://{site}.com");
    }

    [Theory]
    [InlineData("async Task ForEachAsync", "google yahoo linkedin mypublisher shutterfly facebook")]
    [InlineData("var unlimited = ", "linkedin google mypublisher yahoo facebook shutterfly")]
    [InlineData("async Task BoundedAsync", "google yahoo linkedin mypublisher shutterfly facebook")]
    public void Today_s_ways_print_the_pages_in_the_order_of_their_answers(string code, string order) =>
        run
            .Host.PrintedBy("10-modern-csharp", code)
            .Split('\n')
            .Where(line => line.Contains("got URL: "))
            .Select(line => line.Split("//")[1].Split(".com")[0])
            .ShouldBe(order.Split(' '));

    [Fact]
    public void Every_example_of_the_article_that_was_run_is_in_the_conclusion() =>
        ExamplesIn(run.Host).ShouldBe(ExamplesOfTheArticle);

    [Fact]
    public async Task Every_example_of_the_article_that_was_not_run_is_in_the_conclusion_as_recorded()
    {
        using var alone = await HostRun.StartAsync(TestContext.Current.CancellationToken, "09", "--set", "work=[]");
        ExamplesIn(alone).ShouldBe(ExamplesOfTheArticle.Select(example => $"{example} (recorded)"));
    }

    private static readonly string[] ExamplesOfTheArticle =
    [
        "1 synchronous",
        "2 cooperative",
        "3 blocking sleep",
        "4 greenlets",
        "4 with async/await",
        "5 blocking HTTP",
        "6 greenlets HTTP",
        "6 with async/await",
        "7 inline callbacks",
        "8 callbacks",
        "8 with ContinueWith",
    ];

    // The first column of the numbers beside each picture.
    private static IEnumerable<string> ExamplesIn(HostRun host) =>
        host.Cells("09-conclusion")
            .Where(cell => cell.GetProperty("code").GetString()!.Contains("SideBySideChart.Of(Examples("))
            .SelectMany(cell => HostRun.Outputs(cell, "result").Last().Split('\n'))
            .Select(row => row.Split("  ")[0])
            .Where(name => name.Length > 0 && char.IsAsciiDigit(name[0]));
}
