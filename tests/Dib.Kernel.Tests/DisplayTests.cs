namespace Dib.Kernel.Tests;

public sealed class DisplayTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task An_update_changes_the_output_with_the_same_id()
    {
        // In the real kernel's last version an update adds a second output.
        var events = await kernel.RunAsync("var shown = display(\"one\");\nshown.Update(2);");

        var produced = events.Of<DisplayedValueProduced>().ShouldHaveSingleItem();
        var updated = events.Of<DisplayedValueUpdated>().ShouldHaveSingleItem();
        updated.ValueId.ShouldBe(produced.ValueId);
        updated.FormattedValues.ShouldBe([new FormattedValue("text/plain", "2")]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_later_cell_can_update_what_an_earlier_one_displayed()
    {
        var produced = (await kernel.RunAsync("var earlier = display(1);")).Of<DisplayedValueProduced>().Single();

        var updated = (await kernel.RunAsync("earlier.Update(3);")).Of<DisplayedValueUpdated>().Single();

        updated.ValueId.ShouldBe(produced.ValueId);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_value_is_displayed_in_the_formats_asked_for()
    {
        var events = await kernel.RunAsync("display(new[] { 1, 2 }, \"application/json\", \"text/plain\");");

        var formats = events.Of<DisplayedValueProduced>().Single().FormattedValues;
        formats.Select(format => format.MimeType).ShouldBe(["application/json", "text/plain"]);
        formats[0].Value.ShouldBe("[1,2]");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_format_that_nobody_registered_fails_the_cell_as_it_does_in_the_real_kernel() =>
        (await kernel.RunAsync("display(\"x\", \"text/markdown\");"))
            .Failure()
            .Message.ShouldContain("No formatter is registered for MIME type text/markdown");

    [Fact(Timeout = 60_000)]
    public async Task A_formatter_registered_in_a_cell_is_used_from_then_on()
    {
        await kernel.RunAsync(
            """
            using Microsoft.DotNet.Interactive.Formatting;
            record Lane(string Name);
            Formatter.Register<Lane>(lane => $"<b>{lane.Name}</b>", "text/html");
            """
        );

        (await kernel.RunAsync("new Lane(\"One\")")).Result().ShouldBe("<b>One</b>");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_formatter_that_throws_fails_the_cell()
    {
        await kernel.RunAsync(
            """
            using Microsoft.DotNet.Interactive.Formatting;
            class Shy { }
            Formatter.Register<Shy>(shy => throw new InvalidOperationException("not now"), "text/html");
            """
        );

        (await kernel.RunAsync("new Shy()")).Failure().Message.ShouldContain("not now");
    }

    [Fact(Timeout = 60_000)]
    public async Task Scripts_and_styles_reach_the_page()
    {
        var script = (await kernel.RunAsync("javascript(\"go()\");")).Of<DisplayedValueProduced>().Single();
        var style = (await kernel.RunAsync("CSS(\"b { color: red }\");")).Of<DisplayedValueProduced>().Single();

        script.Text().ShouldBe("<script type=\"text/javascript\">go()</script>");
        style.MimeType().ShouldBe("text/html");
        style.Text().ShouldContain("b { color: red }");
    }
}
