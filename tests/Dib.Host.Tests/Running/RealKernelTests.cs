namespace Dib.Host.Tests.Running;

public class RealKernelTests
{
    [Theory]
    [InlineData("throw new InvalidOperationException(\"boom\");", "cell 1, line 8: InvalidOperationException: boom", 1)]
    [InlineData(
        "var y = nothing;",
        "cell 1, line 8: CS0103: The name 'nothing' does not exist in the current context",
        1
    )]
    [InlineData("#r \"nothing.dll\"", "cell 1, line 7: CS0006: Metadata file 'nothing.dll' could not be found", 1)]
    [InlineData(
        "Environment.Exit(3);",
        "cell 1, line 7: the kernel ended with exit code 3; look for what ends the process in this cell, then run again",
        1
    )]
    [InlineData(
        "int F(int x) => F(x + 1) + 1; F(1);",
        "cell 1, line 7: the kernel ended with a stack overflow; look for what ends the process in this cell, then run again",
        1
    )]
    [InlineData(
        "while (true) { }",
        "cell 1: stopped after 3 s; look for a loop that never ends, or give more time with --timeout",
        3
    )]
    public async Task A_cell_that_goes_wrong_is_one_sentence(string code, string sentence, int exitCode)
    {
        // A directive comes first in its cell; everything else stands on the second line.
        var text = code.StartsWith('#') ? code : $"// a cell\n{code}";
        using var place = new Workplace { Time = TimeProvider.System }.Add("x", ("csharp", text));

        (await place.RunAsync("x", "--timeout", exitCode == 3 ? "3" : "60")).ShouldBe(exitCode);

        place.Output.ShouldContain($"notebooks/x.dib, {sentence}\n");
    }

    [Fact]
    public async Task Knobs_are_set_right_after_their_cell()
    {
        using var place = new Workplace().Add(
            "x",
            ("csharp", "// knobs\nint[] work = [1];\nvar name = \"x\";"),
            (
                "csharp",
                "Console.WriteLine(name + work.Length);\nvar run = new { total = 17.0, lowerBound = (double?)null };"
            )
        );

        (await place.RunAsync("x", "--set", "work=[3,1,4]", "--set", "name=\"set\"")).ShouldBe(0);

        place.Output.ShouldContain("    set3\n");
        place.Output.ShouldContain("17.0 s             –");
    }

    [Fact]
    public async Task A_knob_is_set_in_those_notebooks_that_have_it()
    {
        using var place = new Workplace()
            .Add("one", ("csharp", "// knobs\nvar query = 1;"), ("csharp", "Console.WriteLine(query)"))
            .Add("two", ("csharp", "// knobs\nvar clients = 1;"), ("csharp", "Console.WriteLine(clients)"));

        (await place.RunAsync("one", "two", "--set", "query=7")).ShouldBe(0);

        place.Output.ShouldContain("    7\n");
        place.Output.ShouldContain("    1\n");
    }

    [Fact]
    public async Task A_knob_is_set_after_the_cell_of_knobs_that_declares_it()
    {
        using var place = new Workplace().Add(
            "x",
            ("csharp", "// knobs\nint[] work = [1];"),
            ("csharp", "Console.WriteLine(work.Sum())"),
            ("csharp", "// knobs\ndouble? predict = null;"),
            ("csharp", "Console.WriteLine(predict)")
        );

        (await place.RunAsync("x", "--set", "work=[3,1,4]", "--set", "predict=9")).ShouldBe(0);

        place.Output.ShouldContain("    8\n");
        place.Output.ShouldContain("    9\n");
    }

    [Fact]
    public async Task A_value_that_does_not_compile_is_answered_with_the_compilers_message()
    {
        using var place = new Workplace().Add("x", ("csharp", "// knobs\nint[] work = [1];"));

        (await place.RunAsync("x", "--set", "work=[y]")).ShouldBe(2);

        place.Errors.ShouldBe("--set work=[y]: CS0103: The name 'y' does not exist in the current context");
    }
}
