using Dib.Host.Commands;

namespace Dib.Host.Tests.Running;

/// <summary>Cells that ask their reader for something, where nobody is there to answer.</summary>
public class InputTests
{
    private const string WhatToDo =
        ", and nobody can answer here: open the notebook on the page, or set the value in the cell\n";

    [Theory]
    [InlineData("Who?", false, "input (Who?)")]
    [InlineData("Secret?", true, "a password (Secret?)")]
    [InlineData("", false, "input")]
    [InlineData(null, false, "input")]
    [InlineData(" Your name,\nplease ", false, "input (Your name, please)")]
    public async Task A_cell_that_asks_fails_with_one_sentence_that_says_what_it_asked(
        string? prompt,
        bool isPassword,
        string what
    )
    {
        var kernel = new ScriptedKernel().On("one\ntwo", ScriptedKernel.Asked(prompt, isPassword));
        using var place = new Workplace { Kernel = kernel }.Add("x", ("csharp", "one\ntwo"));

        (await place.RunAsync()).ShouldBe(1);

        place.Output.ShouldContain($"notebooks/x.dib, cell 1, line 8: this cell asks its reader for {what}{WhatToDo}");
    }

    [Fact]
    public async Task Of_a_long_question_the_sentence_tells_the_beginning()
    {
        var kernel = new ScriptedKernel().On("one", ScriptedKernel.Asked(new string('x', 5000)));
        using var place = new Workplace { Kernel = kernel }.Add("x", ("csharp", "one"));

        await place.RunAsync(new RunArguments([]) { Json = "all.json" });

        place.Read("all.json").ShouldContain($"input ({new string('x', 80)}…), and nobody");
    }

    [Theory]
    [InlineData("var name = await GetInputAsync(\"Who?\");", "input (Who?)")]
    [InlineData("var secret = await GetPasswordAsync(\"Secret?\");", "a password (Secret?)")]
    public async Task A_real_kernels_cell_that_asks_fails_at_its_line(string code, string what)
    {
        using var place = new Workplace { Time = TimeProvider.System }.Add("x", ("csharp", $"// a cell\n{code}"));

        (await place.RunAsync("x", "--timeout", "60")).ShouldBe(1);

        place.Output.ShouldContain($"notebooks/x.dib, cell 1, line 8: this cell asks its reader for {what}{WhatToDo}");
    }

    [Fact]
    public async Task A_cell_that_knows_what_to_do_without_an_answer_goes_on()
    {
        const string Code = """
            string name;
            try { name = await GetInputAsync("Who?"); } catch (Exception) { name = "nobody"; }
            Console.WriteLine(name);
            """;
        using var place = new Workplace { Time = TimeProvider.System }.Add("x", ("csharp", Code));

        (await place.RunAsync("x", "--timeout", "60")).ShouldBe(0);

        place.Output.ShouldContain("    nobody\n");
    }

    [Fact]
    public async Task A_knob_set_to_a_question_is_refused_as_any_value_that_does_not_compile()
    {
        using var place = new Workplace { Time = TimeProvider.System }.Add(
            "x",
            ("csharp", "// knobs\nvar name = \"x\";")
        );

        (await place.RunAsync("x", "--timeout", "60", "--set", "name=await GetInputAsync(\"Who?\")")).ShouldBe(2);

        place.Errors.ShouldStartWith(
            "--set name=await GetInputAsync(\"Who?\"): this cell asks its reader for input (Who?),"
        );
    }
}
