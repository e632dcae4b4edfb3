using System.Globalization;
using Dib.Format;

namespace Notebooks.Tests;

public class LessonShapeTests
{
    private static readonly string[] Sections =
    [
        "## Set up",
        "## The knobs",
        "## Predict",
        "## The example",
        "## Run it",
        "## The picture",
        "## What happened",
        "## Break it",
        "## Try it",
    ];

    public static TheoryData<string> Lessons => [.. Repository.Lessons.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_has_the_sections_that_every_lesson_has_in_their_order(string lesson)
    {
        var headings = Repository
            .CellsOf(lesson)
            .Where(cell => cell.KernelName == "markdown")
            .Select(cell => cell.Text.Split('\n')[0]);
        headings.Where(Sections.Contains).ShouldBe(Sections);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_links_to_its_neighbours(string lesson) =>
        Repository.CellsOf(lesson)[0].Text.Split('\n')[2].ShouldBe(Navigation.LineFor(lesson));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_s_cells_fit_a_screen(string lesson)
    {
        var code = Repository.CellsOf(lesson).Where(cell => cell.KernelName == "csharp").ToList();
        code.ShouldAllBe(cell => cell.Text.Split('\n').Length <= 15);
        code.SelectMany(cell => cell.Text.Split('\n')).ShouldAllBe(line => line.Length <= 90);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_has_the_knobs_that_every_lesson_has(string lesson)
    {
        var cells = Repository
            .CellsOf(lesson)
            .Where(cell => cell.Text.StartsWith("// knobs", StringComparison.Ordinal));
        var knobs = string.Join('\n', cells.Select(cell => cell.Text));
        foreach (var knob in Knobs(lesson))
            knobs.ShouldContain($"\n{knob} = ");
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_guess_stands_right_below_its_question(string lesson)
    {
        var cells = Repository.CellsOf(lesson);
        var question = cells.Index().Single(cell => cell.Item.Text.StartsWith("## Predict", StringComparison.Ordinal));
        cells[question.Index + 1].Text.ShouldStartWith("// knobs\ndouble? predict = null;");
    }

    private static string[] Knobs(string lesson) =>
        int.Parse(lesson[..2], CultureInfo.InvariantCulture) switch
        {
            0 => ["double? predict"],
            < 5 => ["int[] work", "var clock", "double? predict"],
            < 9 => ["var sites", "string[] work", "var clock", "double? predict"],
            9 => ["int[] work", "double? predict"],
            11 => ["int n", "int threads", "double? predict"],
            _ => ["var sites", "string[] work", "int workers", "var clock", "double? predict"],
        };

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_is_in_the_form_that_an_editor_writes(string lesson) =>
        DibLinter.Check(File.ReadAllBytes(Path.Combine(Repository.NotebooksFolder, lesson))).ShouldBeEmpty();

    [Fact]
    public void The_setup_is_in_the_form_that_an_editor_writes() =>
        DibLinter.Check(File.ReadAllBytes(Path.Combine(Repository.NotebooksFolder, "setup.dib"))).ShouldBeEmpty();

    [Fact]
    public void The_worker_of_example_4_is_that_of_example_3_less_its_yield()
    {
        var three = Worker("03-cooperative-blocking.dib")
            .Replace("            yield return null;\n", "")
            .Replace("IEnumerator MyTask", "void MyTask");
        Worker("04-greenlets.dib").ShouldBe(three);
    }

    [Fact]
    public void The_worker_of_example_6_is_that_of_example_5_less_its_yield()
    {
        var five = Worker("05-http-blocking.dib")
            .Replace("        yield return null;\n", "")
            .Replace("IEnumerator MyTask", "void MyTask");
        Worker("06-http-greenlets.dib").ShouldBe(five);
    }

    private static string Worker(string lesson) =>
        Repository.CellsOf(lesson).First(cell => cell.Text.Contains(" MyTask(string name")).Text;
}
