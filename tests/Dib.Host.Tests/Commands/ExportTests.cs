using System.Text.Json;
using Dib.Format;
using Dib.Protocol;

namespace Dib.Host.Tests.Commands;

public class ExportTests
{
    private static readonly (string, string)[] Cells =
    [
        ("markdown", "# One\n\n[two](02-two.dib#there), [three](03-three.dib), [contents](../README.md)"),
        ("csharp", "#!import setup.dib"),
        ("csharp", "// knobs\nint[] work = [1];"),
        ("csharp", "Run()"),
    ];

    [Theory]
    [InlineData("01", "Option '--to' is required.")]
    [InlineData("--to cs", "Required argument 'notebook' missing for command: 'export'.")]
    [InlineData("01 --to pdf", "--to pdf: there is no such format, but ipynb, cs, html.")]
    [InlineData("07 --to cs", "There is no notebook 07; there is 01-one.")]
    [InlineData("01 --to cs --quick", "There is no option --quick.")]
    [InlineData("01 --to cs --out notebooks", "--out: ~/notebooks cannot be written: it is a folder")]
    [InlineData(
        "01 --to html --out notebooks/01-one.dib",
        "notebooks/01-one.dib would be written over, and it is a notebook; name another file with --out."
    )]
    [InlineData("01 --to ipynb --set wrok=1", "--set wrok=…: there is no knob named wrok in 01-one, but work.")]
    public async Task A_wrong_command_line_is_answered_in_one_sentence_and_with_exit_code_2(
        string arguments,
        string sentence
    )
    {
        using var place = new Workplace { Kernel = new ScriptedKernel() }.Add("01-one", Cells);

        (await place.ExportAsync(arguments.Split(' '))).ShouldBe(2);

        place.Errors.ShouldBe(sentence);
    }

    [Fact]
    public async Task A_notebook_for_Jupyter_is_written_with_outputs_as_the_tool_writes_it()
    {
        using var place = new Workplace { Kernel = Kernel() }.Add("01-one", Cells);

        (await place.ExportAsync("01", "--to", "ipynb", "--set", "work=[3,1]")).ShouldBe(0);

        place.Output.ShouldEndWith("Wrote out/01-one.ipynb.\n");
        place.Errors.ShouldBeEmpty();
        place
            .Read("out/01-one.ipynb")
            .ShouldMatchApproved(options => options.WithFileExtension("ipynb").SubFolder("Approved").NoDiff());
    }

    [Fact]
    public async Task Without_a_run_nothing_is_run_and_there_are_no_outputs()
    {
        var kernel = Kernel();
        using var place = new Workplace { Kernel = kernel }.Add("01-one", Cells);

        (await place.ExportAsync("01", "--to", "ipynb", "--no-run", "--set", "work=[3,1]")).ShouldBe(0);

        kernel.Submitted.ShouldBeEmpty();
        var cells = CellsIn(place.Read("out/01-one.ipynb"));
        cells.ShouldAllBe(cell => !cell.Contains("stream") && !cell.Contains("\"execution_count\": 1"));
        cells.ShouldContain(cell => cell.Contains("work = [3,1];"));
    }

    [Fact]
    public async Task A_cell_that_fails_is_told_and_written_and_the_exit_code_is_1()
    {
        var kernel = new ScriptedKernel().On("Run()", new CommandFailed("System.Exception: boom\n   at X"));
        using var place = new Workplace { Kernel = kernel }.Add("01-one", Cells);

        (await place.ExportAsync("01", "--to", "ipynb")).ShouldBe(1);

        place.Output.ShouldContain("notebooks/01-one.dib, cell 4, line 22: Exception: boom\n");
        CellsIn(place.Read("out/01-one.ipynb"))[^1].ShouldContain("\"evalue\": \"Exception: boom\"");
    }

    [Fact]
    public async Task Several_notebooks_link_to_each_other_and_lie_in_a_folder()
    {
        using var place = new Workplace { Kernel = Kernel() }
            .Add("01-one", Cells)
            .Add("02-two", ("markdown", "[one](01-one.dib)"));

        (await place.ExportAsync("01", "02", "--to", "ipynb", "--no-run", "--out", "x/y")).ShouldBe(0);

        CellsIn(place.Read("x/y/01-one.ipynb"))[0]
            .ShouldContain(
                "[two](02-two.ipynb#there), [three](../../notebooks/03-three.dib), [contents](../../README.md)"
            );
        CellsIn(place.Read("x/y/02-two.ipynb"))[0].ShouldContain("[one](01-one.ipynb)");
        place.Errors.ShouldBe(
            "01-one.ipynb can be read anywhere; to run it, put it into notebooks, or into a folder beside that."
        );
    }

    [Fact]
    public async Task A_page_is_the_one_that_run_writes()
    {
        using var place = new Workplace { Kernel = Kernel() }.Add("01-one", Cells);

        (await place.RunAsync("01", "--out", "run")).ShouldBe(0);
        (await place.ExportAsync("01", "--to", "html", "--out", "page.html")).ShouldBe(0);

        place.Read("page.html").ShouldBe(place.Read("run/01-one.html"));
    }

    [Fact]
    public async Task What_was_exported_runs_and_is_exported_again()
    {
        var kernel = Kernel();
        using var place = new Workplace { Kernel = kernel }.Add("01-one", Cells);
        (await place.ExportAsync("01", "--to", "ipynb", "--out", "notebooks/a.ipynb")).ShouldBe(0);
        kernel.Submitted.Clear();

        (await place.RunAsync("notebooks/a.ipynb", "--set", "work=[2]", "--out", "run")).ShouldBe(0);
        (await place.ExportAsync("notebooks/a.ipynb", "--to", "ipynb", "--out", "notebooks/a.ipynb")).ShouldBe(2);

        kernel.Submitted.ShouldBe(["#!import setup.dib", "// knobs\nint[] work = [1];", "work = [2];", "Run()"]);
        place.Read("run/a.html").ShouldContain("Task One");
        place.Errors.ShouldEndWith(
            "notebooks/a.ipynb would be written over, and it is a notebook; name another file with --out."
        );
    }

    private static ScriptedKernel Kernel() =>
        new ScriptedKernel()
            .On("#!import setup.dib", ScriptedKernel.Displayed("<script>var chart = 1;</script>"))
            .On(
                "Run()",
                ScriptedKernel.Printed("Task One\nTask Two\n"),
                ScriptedKernel.Complained("careful\n"),
                new ReturnValueProduced([
                    new FormattedValue("text/html", "<i>a</i>"),
                    new FormattedValue("text/plain", "a"),
                ])
            );

    private static string[] CellsIn(string notebook)
    {
        using var document = JsonDocument.Parse(notebook);
        return [.. document.RootElement.GetProperty("cells").EnumerateArray().Select(cell => cell.GetRawText())];
    }
}
