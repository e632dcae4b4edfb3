using System.Text.RegularExpressions;
using Dib.Protocol;
using Dib.Running.Pages;
using Shouldly.Configuration;

namespace Dib.Host.Tests.Pages;

/// <summary>One run of two small notebooks, and everything that a reader gets of it.</summary>
public sealed partial class ReportTests : IAsyncLifetime
{
    private readonly Workplace _place = new Workplace
    {
        Kernel = new ScriptedKernel { Run = """{"total": 17.0, "lowerBound": null, "name": "x"}""" }
            .On("#!import setup.dib", ScriptedKernel.Displayed("<script>var chart = 1;</script>"))
            .On(
                "Run()",
                ScriptedKernel.Printed("Task One "),
                ScriptedKernel.Printed("running\nTask <Two>\n"),
                ScriptedKernel.Complained("careful\n")
            )
            .On(
                "Chart()",
                ScriptedKernel.Displayed("<svg><script>draw()</script></svg>"),
                new ReturnValueProduced([
                    new FormattedValue("text/plain", "a < b"),
                    new FormattedValue("text/html", "<i>a</i>"),
                ])
            )
            .On(
                "var x = 1;\nthrow x;\nvar y = $\"{x} and\";",
                new CommandFailed("System.Exception: boom\n   at Submission#1", null, new LinePosition(1, 0))
            ),
    }
        .Add(
            "01-first",
            (
                "markdown",
                "# First\n\nprevious | [contents](../README.md#all) | [next](02-second.dib)\n\nA *small* notebook.\n\n[setup](setup.dib), ![far](http://example.com/x.png)\n\n```csharp\nvar x = 1; // as is\n```"
            ),
            ("csharp", "#!import setup.dib"),
            ("csharp", "// knobs: what to change\nint[] work = [1];"),
            ("csharp", "Run()"),
            ("csharp", "Chart()"),
            ("mermaid", "graph TD")
        )
        .Add(
            "02-second",
            ("markdown", "# Second\n\nIt fails."),
            ("csharp", "// knobs\nint[] work = [1];"),
            ("csharp", "var x = 1;\nthrow x;\nvar y = $\"{x} and\";"),
            ("markdown", "## After"),
            ("csharp", "x")
        );

    public async ValueTask InitializeAsync() =>
        (await _place.RunAsync("--set", "work=[3,1,4]", "--json", "all.json")).ShouldBe(1);

    public ValueTask DisposeAsync()
    {
        _place.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_terminal_shows_every_cell_and_a_table() => _place.Output.ShouldMatchApproved(c => Beside(c, "txt"));

    [Fact]
    public void The_page_of_a_notebook() =>
        WithoutStyles("out/01-first.html").ShouldMatchApproved(c => Beside(c, "html"));

    [Fact]
    public void The_page_of_a_notebook_that_failed() =>
        WithoutStyles("out/02-second.html").ShouldMatchApproved(c => Beside(c, "html"));

    [Fact]
    public void The_index_of_all_pages() => WithoutStyles("out/index.html").ShouldMatchApproved(c => Beside(c, "html"));

    [Fact]
    public void The_JSON_report() => _place.Read("all.json").ShouldMatchApproved(c => Beside(c, "json"));

    [Fact]
    public void No_page_refers_to_anything_outside_of_it() =>
        Directory.EnumerateFiles(_place.PathOf("out")).ShouldAllBe(page => !Fetches().IsMatch(File.ReadAllText(page)));

    private string WithoutStyles(string page) =>
        Styles().Replace(_place.Read(page), "<style>…</style>").Replace(Look.Script, "…", StringComparison.Ordinal);

    private static void Beside(ShouldMatchConfigurationBuilder configuration, string extension) =>
        configuration.WithFileExtension(extension).SubFolder("Approved").NoDiff();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, 1000)]
    private static partial Regex Styles();

    [GeneratedRegex("""(src|href)="(?!data:|#)[^"]*:|url\((?!data:|#)|@import""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fetches();
}
