using Dib.Running.Pages;

namespace Dib.Running.Tests.Pages;

public sealed class AnchorsTests
{
    [Fact]
    public void Headings_are_named_as_GitHub_does_and_the_second_of_a_name_gets_a_number()
    {
        var anchors = Anchors.Of(
            "/page",
            [
                ("markdown", "# 4 · Greenlets\n\ntext\n\n## The *picture*"),
                ("csharp", "// # no heading"),
                ("markdown", "no heading"),
                ("markdown", "## The picture\n\n## `Task.Yield()`, or not?"),
            ]
        );

        anchors
            .Select(cell => string.Join(' ', cell.Names))
            .ShouldBe(["4--greenlets the-picture", "", "", "the-picture-1 taskyield-or-not"]);
    }

    [Theory]
    [InlineData("Cell 3", "section-cell-3")]
    [InlineData("Look", "look-1")]
    [InlineData("!", "section")]
    public void A_heading_takes_no_name_that_the_page_has_itself(string heading, string name) =>
        Anchors.Of("", [("markdown", $"# {heading}")]).Single().Names.ShouldBe([name]);

    [Fact]
    public void A_heading_has_its_name_and_a_link_that_is_no_part_of_its_text()
    {
        var cell = Anchors.Of("/page", [("markdown", "# A < B")]).Single();

        Prose()
            .ToHtml("# A < B", cell)
            .ShouldBe(
                "<h1 id=\"a--b\">A &lt; B<a class=\"anchor\" href=\"/page#a--b\" aria-label=\"Link to A &lt; B\"></a></h1>\n"
            );
        Prose().ToHtml("# A < B").ShouldBe("<h1>A &lt; B</h1>\n");
    }

    [Theory]
    [InlineData("[x](#the-picture)", "/page#the-picture")]
    [InlineData("[x](other.dib#the-picture)", "other.html#the-picture")]
    public void Links_to_headings_lead_there_on_this_page_and_on_another(string markdown, string address) =>
        Prose().ToHtml(markdown, new Anchors("/page", [])).ShouldBe($"<p><a href=\"{address}\">x</a></p>\n");

    private static Prose Prose() => new(new ProseLinks(".", name => name == "other"));
}
