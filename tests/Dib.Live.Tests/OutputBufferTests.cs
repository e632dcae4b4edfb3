using Dib.Running.Execution;

namespace Dib.Live.Tests;

public class OutputBufferTests
{
    private readonly OutputBuffer _outputs = new();

    [Fact]
    public void Of_100_MB_the_first_and_the_last_part_are_kept_and_the_rest_is_counted()
    {
        var line = new string('x', 99) + "\n";
        Print("first\n");
        var megabyte = string.Concat(Enumerable.Repeat(line, 10_000));
        for (var i = 0; i < 100; i++)
            Print(megabyte);
        Print("last\n");

        var (first, gap, last) = Three();

        first.Text.ShouldStartWith("first\n");
        first.Text.Length.ShouldBe(OutputBuffer.FirstKept);
        gap.ShouldBe("\n[94 MB left out here: this cell put out more than a page can show]\n");
        last.ShouldEndWith("last\n");
        last.Length.ShouldBeInRange(1, 2 * OutputBuffer.LastKept);
    }

    [Fact]
    public void What_is_cut_off_ends_with_a_line()
    {
        for (var i = 0; i < 100_000; i++)
            Print($"line {i}\n");

        Three().Last.ShouldStartWith("line ");
    }

    [Fact]
    public void Output_that_does_not_change_stays_the_same_object()
    {
        _outputs.Show(OutputKind.Display, ScriptedKernel.Displayed("<i>1</i>"));
        Print("a");
        var before = _outputs.ToOutputs();
        Print("b");

        var after = _outputs.ToOutputs();

        after[0].Content.ShouldBeSameAs(before[0].Content);
        after.Select(output => output.Key).ShouldBe([0, 1]);
        after[1].Content.Text.ShouldBe("ab");
    }

    [Fact]
    public void Of_many_outputs_the_first_and_the_last_are_kept()
    {
        for (var i = 0; i < 1000; i++)
            _outputs.Show(OutputKind.Display, ScriptedKernel.Displayed($"<i>{i}</i>"));

        var shown = _outputs.ToOutputs();

        shown.Length.ShouldBe(2 * OutputBuffer.MostOutputs + 1);
        shown[OutputBuffer.MostOutputs]
            .Content.Text.ShouldBe("\n[600 outputs left out here: this cell put out more than a page can show]\n");
        shown[^1].Content.Text.ShouldBe("<i>999</i>");
    }

    [Fact]
    public void A_value_updated_many_times_counts_once()
    {
        var chart = new string('x', 1024 * 1024);
        _outputs.Show(OutputKind.Display, ScriptedKernel.Displayed(chart, "v"));
        for (var i = 0; i < 20; i++)
            _outputs.Show(OutputKind.Display, ScriptedKernel.Updated(chart + i, "v"));

        _outputs.ToOutputs().Single().Content.Text.ShouldBe(chart + "19");
    }

    [Fact]
    public void Values_of_more_than_16_MB_are_left_out()
    {
        _outputs.Show(OutputKind.Display, ScriptedKernel.Displayed(new string('x', 17 * 1024 * 1024)));

        _outputs.ToOutputs().Single().Content.Text.ShouldBe("output left out: this cell showed more than 16 MB");
    }

    private void Print(string text) => _outputs.Print(OutputKind.Stdout, ScriptedKernel.Printed(text));

    private (CellOutput First, string Gap, string Last) Three()
    {
        var all = _outputs.ToOutputs();
        all.Length.ShouldBe(3);
        return (all[0].Content, all[1].Content.Text, all[2].Content.Text);
    }
}
