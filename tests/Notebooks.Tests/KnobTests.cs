using AsyncByExample.Tests;

namespace Notebooks.Tests;

public class KnobTests
{
    [Theory]
    [InlineData("[3,1,4,1,5]")]
    [InlineData("[]")]
    [InlineData("[0,0,2]")]
    public async Task A_changed_queue_prints_what_the_article_s_program_prints_for_it(string work)
    {
        using var run = await RunAsync("02", $"work={work}");
        run.ExitCode.ShouldBe(0, run.Printed);
        int[] numbers = [.. work.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var printed = run.PrintedByTheExample("02-cooperative").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        printed.ShouldBe(OriginalExample2.Lines(numbers));
    }

    [Fact]
    public async Task With_an_empty_queue_both_tasks_of_example_1_have_nothing_to_do()
    {
        using var run = await RunAsync("01", "work=[]");
        run.PrintedByTheExample("01-synchronous").ShouldBe("Task One nothing to do\nTask Two nothing to do\n");
    }

    [Theory]
    [InlineData("[3,-1]", "work[1] is -1, and nobody can count to less than 0: change the knob called work")]
    [InlineData("null", "the work queue is null: set the knob called work to a list such as [15, 10, 5, 2]")]
    public async Task A_queue_that_makes_no_sense_is_refused_in_one_sentence_with_file_cell_and_line(
        string work,
        string sentence
    )
    {
        using var run = await RunAsync("03", $"work={work}");
        run.ExitCode.ShouldBe(1);
        run.Printed.ShouldContain(sentence);
        run.Printed.ShouldMatch(@"03-cooperative-blocking\.dib, cell \d+, line \d+");
        run.Printed.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Workers_who_are_not_there_are_refused_in_one_sentence_with_file_cell_and_line(int workers)
    {
        using var run = await RunAsync("10", $"workers={workers}");
        run.ExitCode.ShouldBe(1);
        run.Printed.ShouldContain(
            $"workers is {workers}, and nobody would do the work: set the knob called workers to 1 or more"
        );
        run.Printed.ShouldMatch(@"10-modern-csharp\.dib, cell \d+, line \d+");
        run.Printed.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000_000)]
    public async Task A_number_of_tasks_that_cannot_be_is_refused_with_file_cell_and_line(int n)
    {
        using var run = await HostRun.StartAsync(TestContext.Current.CancellationToken, "11", "--set", $"n={n}");
        run.ExitCode.ShouldBe(1);
        run.Printed.ShouldContain($"n is {n}, and this test takes from 1 to 1,000,000 tasks: change the knob called n");
        run.Printed.ShouldMatch(@"11-scale\.dib, cell \d+, line \d+");
        run.Printed.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Six_workers_get_the_six_pages_in_the_time_of_the_slowest()
    {
        using var run = await RunAsync("10", "workers=6");
        run.ExitCode.ShouldBe(0, run.Printed);
        run.PrintedByTheExample("10-modern-csharp").ShouldEndWith("Total elapsed time: 0.8\n");
    }

    [Fact]
    public async Task Ten_thousand_items_run_and_are_drawn_in_part()
    {
        using var run = await RunAsync("03", "work=Enumerable.Repeat(1, 10_000).ToArray()");
        run.ExitCode.ShouldBe(0, run.Printed);
        run.Printed.ShouldContain("10000.0 s");
    }

    [Fact]
    public async Task A_guess_is_drawn_beside_the_total()
    {
        using var run = await RunAsync("04", "predict=20");
        var drawn = run.Cells("04-greenlets")
            .First(cell => cell.GetProperty("code").GetString() == "ElapsedChart.Of(run, predict)");
        HostRun.Outputs(drawn, "result").Last().ShouldMatch(@"your guess +20\.0 s");
    }

    private static Task<HostRun> RunAsync(string notebook, string knob) =>
        HostRun.StartAsync(
            TestContext.Current.CancellationToken,
            notebook,
            "--set",
            "clock=Clock.Virtual()",
            "--set",
            knob
        );
}
