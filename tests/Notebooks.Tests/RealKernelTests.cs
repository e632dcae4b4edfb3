using Notebooks.Tests.Comparison;

namespace Notebooks.Tests;

/// <summary>The lessons on the kernel of Polyglot Notebooks, beside ours.</summary>
public sealed class RealKernelTests(VirtualRun ours, RealRun real) : IClassFixture<RealRun>
{
    public static TheoryData<string> Lessons => LessonRunTests.Lessons;

    [Fact]
    public void All_lessons_run_to_their_end_on_the_kernel_of_Polyglot_Notebooks() =>
        real.Host.ExitCode.ShouldBe(0, real.Host.Printed);

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_prints_and_draws_on_the_kernel_of_Polyglot_Notebooks_what_it_does_on_ours(string lesson) =>
        string.Join("\n\n", CellComparison.Of(lesson, ours.Host.Cells(lesson), real.Host.Cells(lesson)))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_chart_is_compared(string lesson)
    {
        var cells = ours.Host.Cells(lesson);
        var shown = cells.SelectMany(cell => HostRun.Outputs(cell, "result").Concat(HostRun.Outputs(cell, "display")));
        var compared = cells
            .SelectMany(cell => CellComparison.Facts(cell, isMeasured: true).Keys)
            .Count(kind => kind.EndsWith(", traces", StringComparison.Ordinal));
        compared.ShouldBe(shown.Count(text => text.Contains("<figure class=\"abe-chart\"")));
    }
}
