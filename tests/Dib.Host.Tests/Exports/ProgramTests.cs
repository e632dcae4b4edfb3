namespace Dib.Host.Tests.Exports;

public class ProgramTests
{
    [Fact]
    public async Task A_program_has_the_notebook_s_parts_where_the_language_wants_them()
    {
        using var place = new Workplace()
            .Add(
                "setup",
                ("csharp", "#r \"../bin/Some.Library.dll\""),
                ("csharp", "using Some.Library;\n\nPrepare();\nvar runs = Open(\"../runs\");")
            )
            .Add(
                "01-one",
                ("markdown", "# One\n\nWords."),
                ("csharp", "#!import setup.dib"),
                ("csharp", "// knobs\nint[] work = [1]; // the queue\nstring name;"),
                (
                    "csharp",
                    "#r \"nuget: A.Package, 1.2.3\"\nusing static System.Math;\n\npublic static int F() => 1;\nrecord R(int X);"
                ),
                ("csharp", "// shown\nChart(work)  // at the end"),
                ("csharp", "await Task.Delay(1)"),
                ("javascript", "alert(1)"),
                ("csharp", "#!time\nF();")
            );
        Directory.CreateDirectory(place.PathOf("lib/Some.Library"));
        await File.WriteAllTextAsync(
            place.PathOf("lib/Some.Library/Some.Library.csproj"),
            "",
            TestContext.Current.CancellationToken
        );

        (await place.ExportAsync("01", "--to", "cs", "--set", "work=[3,1]")).ShouldBe(0);

        place
            .Read("out/01-one.cs")
            .ShouldMatchApproved(options => options.WithFileExtension("txt").SubFolder("Approved").NoDiff());
        place.Errors.ShouldBe(
            """
            Cell 7 is javascript, and in the program a comment.
            #!time of notebooks/01-one.dib, cell 8 is for a kernel, and in the program a comment.
            """
        );
    }

    [Fact]
    public async Task An_alias_that_comes_to_stand_for_something_else_is_numbered_from_there_on()
    {
        using var place = new Workplace().Add(
            "x",
            ("csharp", "using T = A.Thread;\n\nvoid Early() => T.Sleep(1);"),
            ("csharp", "using T = B.Thread;\n\nvoid Late() => T.Sleep(x.T);"),
            ("csharp", "using T = A.Thread;   // again\n\nT.Sleep(2);")
        );

        (await place.ExportAsync("x", "--to", "cs")).ShouldBe(0);

        var program = place.Read("out/x.cs");
        program.ShouldContain("using T = A.Thread;\nusing T2 = B.Thread;");
        program.ShouldContain("void Early() => T.Sleep(1);");
        program.ShouldContain("void Late() => T2.Sleep(x.T);");
        program.ShouldContain("\nT.Sleep(2);");
    }

    [Theory]
    [InlineData(
        "var run = 1;",
        "// again\nvar run = 2;",
        "cell 2, line 12: run is declared a second time (first in notebooks/x.dib, cell 1), and a program has one of each name; give it another one."
    )]
    [InlineData(
        "void F() { }",
        "void F(int x) { }",
        "cell 2, line 11: F is declared a second time (first in notebooks/x.dib, cell 1), and a program has one of each name; give it another one."
    )]
    [InlineData(
        "var (a, b) = (1, 2);",
        "int.TryParse(\"1\", out var a);",
        "cell 2, line 11: a is declared a second time (first in notebooks/x.dib, cell 1), and a program has one of each name; give it another one."
    )]
    [InlineData("1", "var x = ;", "cell 2, line 11: CS1525: Invalid expression term ';'.")]
    [InlineData(
        "1",
        "int X { get; set; }",
        "cell 2, line 11: a program has no such member outside of a class; make it a method, or put it into a class."
    )]
    [InlineData(
        "1",
        "#r \"x.dll\"",
        "cell 2, line 11: a program takes projects and packages, and no project lib/x/x.csproj here builds x.dll."
    )]
    [InlineData("1", "#!import no.dib", "cell 2, line 11: no.dib cannot be read: *")]
    public async Task What_no_program_can_be_is_told_in_one_sentence_with_its_place(
        string first,
        string second,
        string sentence
    )
    {
        using var place = new Workplace().Add("x", ("csharp", first), ("csharp", second));

        (await place.ExportAsync("x", "--to", "cs")).ShouldBe(2);

        place.Errors.ShouldStartWith("notebooks/x.dib, " + sentence.TrimEnd('*'));
    }
}
