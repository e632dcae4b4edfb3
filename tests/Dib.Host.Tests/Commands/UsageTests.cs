using Dib.Running.Kernels;

namespace Dib.Host.Tests.Commands;

public class UsageTests
{
    [Fact]
    public async Task What_a_notebook_hardly_means_is_told_and_it_runs_all_the_same()
    {
        using var place = new Workplace { Kernel = new ScriptedKernel() }.Add(
            "x",
            "#!meta\n\n{}\n\n#!csharp\n\n1\n#!sql\n2\n"
        );

        (await place.RunAsync()).ShouldBe(0);

        place.Errors.ShouldContain(
            "notebooks/x.dib, line 8: \"#!sql\" looks like the start of a cell, but the header lists no kernel sql: it stays in the csharp cell. Add "
        );
    }

    [Theory]
    [InlineData("--set work", "--set work is not of the form name=value, such as --set \"work=[3,1,4]\".")]
    [InlineData("--set =3", "--set =3 is not of the form name=value, such as --set \"work=[3,1,4]\".")]
    [InlineData("--timeout 0", "--timeout 0 is not a number of seconds above 0 and up to 86400 (a day).")]
    [InlineData("--timeout -1", "--timeout -1 is not a number of seconds above 0 and up to 86400 (a day).")]
    [InlineData("--timeout soon", "--timeout soon is not a number of seconds above 0 and up to 86400 (a day).")]
    [InlineData("--quick", "There is no option --quick.")]
    [InlineData("07", "There is no notebook 07; there is 01-one, 02-two, 03-broken.")]
    [InlineData("other/01.dib", "There is no notebook other/01.dib; there is 01-one, 02-two, 03-broken.")]
    [InlineData("0", "0 may mean several notebooks; there is 01-one, 02-two, 03-broken.")]
    [InlineData("notebooks", "notebooks is a folder; name a notebook's file in it.")]
    [InlineData("02 --out notebooks/01-one.dib", "--out: ~/notebooks/01-one.dib/index.html cannot be written:*")]
    [InlineData("02 --json notebooks", "--json: ~/notebooks cannot be written: it is a folder")]
    [InlineData(
        "02 --set work=1",
        "--set work=…: there is no knobs cell in 02-two (a csharp cell whose first line is the comment // knobs)."
    )]
    [InlineData("01 --set wrok=[3]", "--set wrok=…: there is no knob named wrok in 01-one, but work, clock.")]
    [InlineData(
        "01 02 --set wrok=[3]",
        "--set wrok=…: there is no knob named wrok in 01-one, 02-two, but work, clock."
    )]
    [InlineData("01 --set work=x", "--set work=x: CS0103: The name 'x' does not exist in the current context")]
    [InlineData(
        "03",
        "notebooks/03-broken.dib, line 2: after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one."
    )]
    public async Task A_wrong_command_line_is_answered_in_one_sentence_and_with_exit_code_2(
        string arguments,
        string sentence
    )
    {
        var kernel = new ScriptedKernel().On(
            "work = x;",
            new Dib.Protocol.CommandFailed("(1,8): error CS0103: The name 'x' does not exist in the current context")
        );
        using var place = new Workplace { Kernel = kernel }
            .Add("01-one", ("csharp", "// knobs\nint[] work = [1];\nvar clock = 2;"))
            .Add("02-two", ("csharp", "1"))
            .Add("03-broken", "#!meta\n{oops\n#!csharp\n1")
            .Add("setup", ("csharp", "1"));

        (await place.RunAsync(arguments.Split(' '))).ShouldBe(2);

        if (sentence.EndsWith('*'))
            place.Errors.ShouldStartWith(sentence[..^1]);
        else
            place.Errors.ShouldBe(sentence);
    }

    [Fact]
    public async Task A_number_means_the_notebook_of_just_that_number()
    {
        using var place = new Workplace { Kernel = new ScriptedKernel() }
            .Add("09-nine", ("csharp", "1"))
            .Add("09b-nine-again", ("csharp", "1"));

        (await place.RunAsync("09")).ShouldBe(0);

        place.Output.ShouldContain("09-nine ");
        place.Output.ShouldNotContain("09b-nine-again");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ours")]
    [InlineData("some-kernel \"a b\" stdio")]
    public async Task The_kernel_is_ours_unless_a_command_is_given(string? kernel)
    {
        using var place = new Workplace { Kernel = new ScriptedKernel() }.Add("x", ("csharp", "1"));

        (await place.RunAsync(kernel is null ? ["x"] : ["x", "--kernel", kernel])).ShouldBe(0);

        place.Launched.ShouldBe(
            kernel is null or "ours" ? KernelLauncher.Default.ToString() : kernel.Replace("\"", "")
        );
    }

    [Theory]
    [InlineData("", "notebooks/x.dib: the file has no cells; there is nothing to run.")]
    [InlineData("#!csharp\n\n\n", "notebooks/x.dib: the file has no cells; there is nothing to run.")]
    [InlineData(
        "a\nb\0",
        "notebooks/x.dib, line 2: the file is not text (it has a zero byte); a notebook is UTF-8 text."
    )]
    public async Task A_file_that_is_no_notebook_is_answered_in_one_sentence(string text, string sentence)
    {
        using var place = new Workplace().Add("x", text);

        (await place.RunAsync("x")).ShouldBe(2);

        place.Errors.ShouldBe(sentence);
    }

    [Fact]
    public async Task A_file_of_50_MB_is_answered_in_one_sentence()
    {
        using var place = new Workplace().Add("x", "");
        using (var file = File.OpenWrite(place.PathOf("notebooks/x.dib")))
            file.SetLength(50 * 1024 * 1024);

        (await place.RunAsync("x")).ShouldBe(2);

        place.Errors.ShouldBe(
            "notebooks/x.dib, line 1: a notebook has at most 10 MB, and this file has 50; look whether it is the right one."
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_answered_in_one_sentence()
    {
        using var place = new Workplace().Add("x", "1");
        await using var locked = new FileStream(
            place.PathOf("notebooks/x.dib"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        (await place.RunAsync("x")).ShouldBe(2);

        place.Errors.ShouldStartWith("notebooks/x.dib cannot be read: ");
    }

    [Fact]
    public async Task A_place_without_notebooks_is_answered_in_one_sentence()
    {
        using var place = new Workplace();

        (await place.RunAsync()).ShouldBe(2);

        place.Errors.ShouldBe(
            "There is no folder notebooks with .dib files here or in a folder above; name a notebook's file."
        );
    }
}
