namespace Notebooks.Tests;

public class ProseTests
{
    public static TheoryData<string> Lessons => LessonRunTests.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Prose_holds_no_number_that_a_run_could_contradict(string lesson) =>
        ProseNumbers.NotListed(lesson).ShouldBeEmpty("print it from the run, or list it with its reason");

    [Fact]
    public void Every_number_that_is_listed_stands_in_the_prose() =>
        ProseNumbers.Listed.ShouldAllBe(listed => ProseNumbers.ProseOf(listed.Lesson).Contains(listed.Words));

    [Fact]
    public void The_loop_of_notebook_4_has_twenty_lines()
    {
        string[] parts = ["void GiveATurn(", "void WakeWhoIsDue(", "void RunTheTasks("];
        var cells = Repository.CellsOf("04-greenlets");
        var lines = parts.SelectMany(part =>
            cells.Single(cell => cell.Text.StartsWith(part, StringComparison.Ordinal)).Text.Split('\n')
        );
        lines.Count(line => line.Trim() is not ("" or "{" or "}")).ShouldBe(20);
    }
}
