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
    public void The_examples_run_so_far_are_those_of_the_lessons_before()
    {
        var last = run
            .Host.Cells("04-greenlets")
            .Last(cell => cell.GetProperty("code").GetString()!.Contains("runs.All()"));
        var table = HostRun.Outputs(last, "result").Last().Split('\n')[3..];
        table
            .Select(row => row.Split("  ")[0])
            .Where(example => example.Length > 0)
            .ShouldBe(["1 synchronous", "2 cooperative", "3 blocking sleep", "4 greenlets", "4 with async/await"]);
    }

    [Theory]
    [InlineData("03-cooperative-blocking", "32.0 s")]
    [InlineData("04-greenlets", "17.0 s")]
    public void The_closing_table_tells_the_total_and_its_lower_bound(string lesson, string total)
    {
        var row = run.Host.Printed.Split('\n').Last(line => line.Contains(lesson));
        row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2..]
            .ShouldBe([total, total]);
    }
}
