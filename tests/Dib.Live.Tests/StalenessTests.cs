using CsCheck;
using Dib.Live.Dependencies;

namespace Dib.Live.Tests;

public class StalenessTests
{
    [Theory]
    [InlineData("var a = 1;", "a + 1", true)]
    [InlineData("var a = 1;", "{ var a = 2; Console.WriteLine(a); }", false)]
    [InlineData("var a = 1;", "int F(int a) => a;", false)]
    [InlineData("var a = 1;", "Func<int, int> f = a => a;", false)]
    [InlineData("var a = 1;", "int F() { int a = 3; return a; }", false)]
    [InlineData("var a = 1;", "\"\".a", false)]
    [InlineData("var a = 1;", "new { a = 1 }", false)]
    [InlineData("var a = 1;", "var t = new { b = a };", true)]
    [InlineData("var a = 1;", "Unknown(x => x + a)", true)]
    [InlineData("int F() => 1;", "F()", true)]
    [InlineData("int F(int x) => 1;", "F(unknown)", true)]
    [InlineData("int F(int x) => 1;", "Unknown.Call(F, 1)", true)]
    [InlineData("class C { public int X; }", "int G(C c) => c.X;", true)]
    [InlineData("using Q = System.Collections.Generic.Queue<int>;", "var q = new Q();", true)]
    [InlineData("using Q = Unknown.Queue<int>;", "var q = new Q();", true)]
    [InlineData("using Q = Unknown.Queue<int>;", "void F(string s, Q q) { }", true)]
    [InlineData("using Q = System.Collections.Generic.Queue<int>;", "void F(Q q) { }", true)]
    [InlineData("using Q = System.Collections.Generic.Queue<int>;", "using Q = System.Int32;\nQ q = 1;", false)]
    [InlineData("using System.Text.RegularExpressions;", "1 + 1", false)]
    [InlineData("using System.Text.RegularExpressions;", "new Regex(\"\")", true)]
    [InlineData("#!import setup.dib", "Clock.Real()", true)]
    [InlineData("#!import setup.dib", "Console.WriteLine(1)", false)]
    [InlineData("#!import setup.dib", "display(1)", false)]
    [InlineData("#r \"x.dll\"", "runs.All()", true)]
    [InlineData("var a = 1; a +", "a + 1", true)]
    [InlineData("var a = 1;", "a +", true)]
    public void A_cell_depends_on_the_cell_whose_names_it_uses(string above, string cell, bool depends) =>
        Graph(above, cell).DependenciesOf("2").Contains("1").ShouldBe(depends);

    [Fact]
    public void Of_two_declarations_the_last_above_counts() =>
        Graph("var a = 1;", "var a = 2;", "a", "var a = 3;").DependenciesOf("3").ShouldBe(["2"]);

    [Fact]
    public void A_cell_between_that_gives_the_variable_a_value_counts_too() =>
        Graph("var a = 1;", "a = 2;", "a").DependenciesOf("3").ShouldBe(["1", "2"], ignoreOrder: true);

    [Fact]
    public void A_name_that_is_declared_only_below_is_no_dependency() =>
        Graph("a", "var a = 1;").DependenciesOf("1").ShouldBeEmpty();

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public void Prose_and_pages_depend_on_nothing(string kind) =>
        CellGraph
            .Empty.For([new CellSource("1", "csharp", "var a = 1;"), new CellSource("2", kind, "a")])
            .DependenciesOf("2")
            .ShouldBeEmpty();

    [Fact]
    public void What_depends_on_what_depends_is_affected_too() =>
        Graph("var a = 1;", "var b = a;", "var c = b;", "var d = 1;")
            .WithDependents(["1"])
            .ShouldBe(["1", "2", "3"], ignoreOrder: true);

    [Fact]
    public void A_cell_of_a_million_lines_is_not_read()
    {
        var graph = Graph(string.Concat(Enumerable.Repeat("var a = 1;\n", 1_000_000)), "a", "1");

        graph.DependenciesOf("2").ShouldBe(["1"]);
        graph.DependenciesOf("3").ShouldBeEmpty();
    }

    // A naive model: each cell declares one name and uses others, some of them only as a local of its own.
    [Fact]
    public void Any_notebook_is_seen_as_a_naive_model_sees_it() =>
        GenCells.Sample(
            cells =>
            {
                var graph = Graph([.. cells.Select(TextOf)]);
                for (var i = 0; i < cells.Length; i++)
                    graph.DependenciesOf(Id(i)).ShouldBe(Expected(cells, i), ignoreOrder: true);
            },
            iter: 60
        );

    [Fact]
    public void Reading_only_what_changed_gives_the_same_graph() =>
        Gen.Select(GenCells, GenCells)
            .Sample(
                (before, after) =>
                {
                    var sources = Sources([.. after.Select(TextOf)]);
                    var graph = Graph([.. before.Select(TextOf)]).For(sources);
                    for (var i = 0; i < after.Length; i++)
                        graph.DependenciesOf(Id(i)).ShouldBe(Expected(after, i), ignoreOrder: true);
                },
                iter: 30
            );

    private static Gen<Cell[]> GenCells =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3].Array[0, 3], Gen.Int[0, 3].Array[0, 2])
            .Select((n, uses, locals) => new Cell(n, uses, locals))
            .Array[1, 6];

    private static string TextOf(Cell cell) =>
        string.Join(
            '\n',
            cell.Locals.Distinct()
                .Select(name => $"{{ var v{name} = 0; Console.WriteLine(v{name}); }}")
                .Append(
                    $"int F{cell.Declares}_() => {string.Join(" + ", cell.Uses.Select(name => $"v{name}").Append("0"))};"
                )
                .Append($"int v{cell.Declares} = 1;")
        );

    private static IEnumerable<string> Expected(Cell[] cells, int index) =>
        cells[index]
            .Uses.Where(name => name != cells[index].Declares)
            .Select(name => Array.FindLastIndex(cells, Math.Max(index - 1, 0), above => above.Declares == name))
            .Where(above => above >= 0 && above < index)
            .Select(Id)
            .Distinct();

    private static CellGraph Graph(params string[] cells) => CellGraph.Empty.For(Sources(cells));

    private static CellSource[] Sources(string[] cells) =>
        [.. cells.Select((text, i) => new CellSource(Id(i), "csharp", text))];

    private static string Id(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Cell(int Declares, int[] Uses, int[] Locals);
}
