using Dib.Running.Pages;
using Dib.Running.Runs;

namespace Dib.Running.Tests.Pages;

public class RunPairPictureTests
{
    [Fact]
    public void Each_task_has_its_bars_and_below_them_those_of_the_run_before_to_one_scale()
    {
        var picture = RunPairPicture.Of(Run(5, "Task One"), Run(10, "Task One"));

        picture.ShouldContain("<rect class=\"blocking\" x=\"0\" y=\"0\" width=\"320\" height=\"14\"/>");
        picture.ShouldContain(
            "<g class=\"before\"><rect class=\"blocking\" x=\"0\" y=\"16\" width=\"640\" height=\"5\"/></g>"
        );
        picture.ShouldContain("aria-label=\"Task One: blocking 5.0 s; before: blocking 10.0 s\"");
        picture.ShouldContain("total <b>5.0 s</b>, before <b>10.0 s</b>");
    }

    [Fact]
    public void A_task_that_only_one_of_them_had_says_so()
    {
        var picture = RunPairPicture.Of(Run(5, "Task One"), Run(5, "Task <Two>"));

        picture.ShouldContain("aria-label=\"Task One: blocking 5.0 s; before: not there\"");
        picture.ShouldContain("aria-label=\"Task &lt;Two&gt;: not there; before: blocking 5.0 s\"");
        picture.ShouldContain("<p>Task &lt;Two&gt;</p>");
    }

    [Fact]
    public void Of_many_tasks_the_first_eight_are_drawn()
    {
        var names = Enumerable.Range(1, 10).Select(i => $"Task {i}").ToArray();

        var picture = RunPairPicture.Of(Run(1, names), Run(1, names));

        picture.ShouldContain("<p>Task 8</p>");
        picture.ShouldNotContain("<p>Task 9</p>");
        picture.ShouldContain("the first 8 of 10 tasks, total");
    }

    private static KeptRun Run(int seconds, params string[] tasks)
    {
        var total = TimeSpan.FromSeconds(seconds);
        KeptInterval[] blocking = [new(KeptState.Blocking, TimeSpan.Zero, total)];
        return new KeptRun(
            "3 x",
            new KeptTimeline([.. tasks.Select(task => new KeptLane(task, blocking, 0))], [], total, HasWaits: true),
            KeptUnit.ArticleSeconds
        );
    }
}
