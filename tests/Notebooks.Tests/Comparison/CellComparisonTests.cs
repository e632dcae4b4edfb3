using System.Text.Json;

namespace Notebooks.Tests.Comparison;

public class CellComparisonTests
{
    private const string Chart = """
        <figure class="abe-chart" aria-label="3: timeline">
        <script type="application/json">{"data":[{"name":"blocking","x":[1,2]}],"layout":{"height":90}}</script>
        <script type="application/json" class="abe-cursor-data">{"tracks":[{"run":"0b64faf834bb4d728b703a4167a70017"}],"moments":{"lines":[[0,1,"a",2]],"sources":["cell 9"],"cell":"cell 2"}}</script>
        </figure>
        """;

    [Fact]
    public void What_differs_is_told_by_notebook_cell_and_kind_with_both_values() =>
        Compare(Printing("Task One 1"), Printing("Task One 2"))
            .ShouldBe("x, cell 7, printed text:\n  ours: Task One 1\n  real: Task One 2");

    [Fact]
    public void A_chart_that_differs_is_told_by_its_title_its_trace_and_the_property() =>
        Compare(Showing(Chart), Showing(Chart.Replace("[1,2]", "[1,3]")))
            .ShouldBe(
                "x, cell 7, output 1, chart \"3: timeline\", trace 1, blocking, x:\n  ours: [1,2]\n  real: [1,3]"
            );

    [Fact]
    public void A_state_and_an_output_that_is_missing_are_differences_too()
    {
        Compare(Cell("ok"), Cell("failed")).ShouldBe("x, cell 7, state:\n  ours: ok\n  real: failed");
        Compare(Showing("a"), Cell("ok")).ShouldContain("x, cell 7, output 1, text:\n  ours: a\n  real: nothing");
    }

    [Fact]
    public void Names_of_runs_and_numbers_of_cells_are_none()
    {
        Compare(
                Showing(Chart),
                Showing(
                    Chart
                        .Replace("0b64faf834bb4d728b703a4167a70017", "fea3e86cef144233839f2cfd30fe8939")
                        .Replace("\"cell 2\"", "null")
                        .Replace("[\"cell 9\"]", "[]")
                        .Replace("\"a\",2", "\"a\",-1")
                )
            )
            .ShouldBeEmpty();
        Compare(Showing("at MyTask, cell 9, line 7."), Showing("at MyTask, line 7.")).ShouldBeEmpty();
    }

    [Fact]
    public void Where_time_is_measured_figures_and_states_may_differ_and_what_else_is_drawn_may_not()
    {
        var other = Chart.Replace("[1,2]", "[1,3]").Replace("blocking", "waiting");
        Compare(Showing(Chart), Showing(other), "11-scale").ShouldBeEmpty();
        Compare(Showing(Chart), Showing(other.Replace("waiting", "your guess")), "11-scale")
            .ShouldBe("11-scale, cell 7, output 1, chart \"3: timeline\", traces:\n  ours: \n  real: your guess");
        Compare(Showing(Chart), Showing(other.Replace("3: timeline", "4: timeline")), "11-scale")
            .ShouldContain("ours: nothing");
    }

    private static string Compare(object ours, object real, string lesson = "x") =>
        string.Join(
            "\n\n",
            CellComparison.Of(
                lesson,
                [JsonSerializer.SerializeToElement(ours)],
                [JsonSerializer.SerializeToElement(real)]
            )
        );

    private static object Printing(string text) => Cell("ok", ("stdout", "text/plain", text));

    private static object Showing(string html) => Cell("ok", ("result", "text/html", html));

    private static object Cell(string state, params (string Kind, string Mime, string Text)[] outputs) =>
        new
        {
            index = 7,
            code = "",
            state,
            outputs = outputs.Select(output => new
            {
                kind = output.Kind,
                mime = output.Mime,
                text = output.Text,
            }),
        };
}
