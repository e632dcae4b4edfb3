using System.Text.Json.Nodes;
using AsyncByExample.Charts;
using AsyncByExample.Notebook.Formatting;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace AsyncByExample.Tests.Charts;

public class ReadersChartTests
{
    private static readonly double[] X = [1, 2, 3];
    private static readonly double[] Y = [10, 20.5, 15];

    public ReadersChartTests() => Formatters.Register();

    [Fact]
    public void A_reader_s_own_chart_is_drawn_from_the_scripts_that_the_page_has()
    {
        var html = Line().ToDisplayString("text/html");
        html.ShouldContain("class=\"abe-chart\"");
        html.ShouldContain("window.asyncByExample?.drawAll()");
        html.ShouldNotContain("http");
        html.ShouldNotContain("require");
    }

    [Fact]
    public void A_chart_from_a_second_copy_of_Plotly_NET_is_a_chart_like_any_other()
    {
        using var second = new SecondPlotly();
        var chart = second.Points(X, Y);
        chart.ShouldNotBeAssignableTo<GenericChart>();
        chart.ToDisplayString("text/html").ShouldContain("class=\"abe-chart\"");
        chart.ToDisplayString("text/plain").ShouldContain("20.5");
        Formatter.GetPreferredMimeTypesFor(chart.GetType()).ShouldBe(["text/html", "text/plain"]);
    }

    [Fact]
    public void What_a_package_registers_later_for_all_charts_does_not_take_their_place()
    {
        Formatter.Register<GenericChart>(_ => "from the network", "text/html");
        Line().ToDisplayString("text/html").ShouldContain("class=\"abe-chart\"");
        GenericChart.combine([Line(), Line()]).ToDisplayString("text/html").ShouldContain("class=\"abe-chart\"");
    }

    [Fact]
    public void Several_charts_in_one_value_are_all_charts()
    {
        var html = new[] { Line(), Line() }.ToDisplayString("text/html");
        html.Split("class=\"abe-chart\"").Length.ShouldBe(3);
    }

    [Fact]
    public void As_text_it_is_its_title_and_its_numbers() =>
        With("title", "Guesses")
            .ToDisplayString("text/plain")
            .ShouldBe("Guesses\n\nMine (scatter)\nx       y\n1.0  10.0\n2.0  20.5\n3.0  15.0\n");

    [Fact]
    public void Of_many_numbers_the_text_has_the_first_and_says_how_many_there_are_more()
    {
        double[] many = [.. Enumerable.Range(1, 100)];
        var text = Chart.Point<double, double, string>(many, many).ToDisplayString("text/plain");
        text.ShouldContain("20.0  20.0\nand 80 more\n");
        text.ShouldNotContain("21.0");
    }

    [Fact]
    public void It_takes_the_page_s_colours_and_width()
    {
        var layout = LayoutOf(Line());
        layout["template"]!["layout"]!["paper_bgcolor"]!.ToString().ShouldBe("rgba(0,0,0,0)");
        layout["template"]!["layout"]!["font"]!["color"]!.ToString().ShouldBe("@text");
        layout["width"].ShouldBeNull();
    }

    [Fact]
    public void What_the_reader_chose_stays()
    {
        var layout = LayoutOf(Line().WithSize(300, 200));
        ((double)layout["width"]!).ShouldBe(300);
        ((double)layout["height"]!).ShouldBe(200);
    }

    [Fact]
    public void A_dark_template_keeps_its_ground_and_its_words()
    {
        var look = LayoutOf(With("template", ChartTemplates.dark))["template"]!["layout"]!;
        look["paper_bgcolor"]!.ToString().ShouldNotBe("rgba(0,0,0,0)");
        look["font"]!["color"]!.ToString().ShouldNotBe("@text");
    }

    private static GenericChart Line() => Chart.Line<double, double, string>(X, Y, Name: "Mine");

    private static GenericChart With(string property, object value)
    {
        var layout = new Layout();
        layout.SetProperty(property, value);
        return GenericChart.addLayout(layout, Line());
    }

    private static JsonNode LayoutOf(GenericChart chart) =>
        JsonNode.Parse(ReadersChart.Of(GenericChart.toFigureJson(chart)).FigureJson)!["layout"]!;
}
