namespace Dib.Kernel.Tests;

public sealed class MagicTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task A_line_that_names_a_kernel_sends_the_lines_after_it_there()
    {
        var events = await kernel.RunAsync(
            "1 + 1\n#!markdown\n# Two\n#!html\n<b>2</b>\n#!javascript\ntwo()\n#!csharp\n1 + 2"
        );

        events.ShouldSucceed();
        events.Of<ReturnValueProduced>().Count().ShouldBe(2);
        events
            .Of<DisplayedValueProduced>()
            .Select(displayed => (displayed.MimeType(), displayed.Text()))
            .ShouldBe([
                ("text/markdown", "# Two"),
                ("text/html", "<b>2</b>"),
                ("text/html", "<script type=\"text/javascript\">two()</script>"),
            ]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("c#")]
    [InlineData("C#")]
    [InlineData("cs")]
    [InlineData("csharp")]
    public async Task Csharp_has_several_names(string name)
    {
        (await kernel.RunAsync("1 + 1", kernel: name)).Result().ShouldContain(">2<");
        (await kernel.RunAsync($"#!{name}\n1 + 1", kernel: "html")).Result().ShouldContain(">2<");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("markdown", "text/markdown")]
    [InlineData("md", "text/markdown")]
    [InlineData("html", "text/html")]
    [InlineData("js", "text/html")]
    public async Task A_cell_for_the_page_is_displayed(string kernelName, string mimeType) =>
        (await kernel.RunAsync("text", kernel: kernelName))
            .Of<DisplayedValueProduced>()
            .Single()
            .MimeType()
            .ShouldBe(mimeType);

    [Theory(Timeout = 60_000)]
    [InlineData("#!fsharp", "'#!fsharp' is not supported")]
    [InlineData("#!pwsh", "'#!pwsh' is not supported")]
    [InlineData("#!http", "'#!http' is not supported")]
    [InlineData("#!sql", "'#!sql' is not supported")]
    [InlineData("#!share --from fsharp x", "'#!share' cannot take a value from 'fsharp'")]
    [InlineData("#!set --name x --value @fsharp:y", "'#!set' cannot take a value from 'fsharp'")]
    [InlineData("#!connect mssql", "'#!connect' is not supported")]
    [InlineData("#!import", "Missing required parameter '--file'")]
    [InlineData("#!nosuchmagic", "Unknown magic command '#!nosuchmagic'")]
    [InlineData("#!", "Unknown magic command '#!'")]
    public async Task What_is_not_supported_is_named_with_its_line_before_anything_of_the_cell_runs(
        string magic,
        string message
    )
    {
        var events = await kernel.RunAsync($"Console.WriteLine(\"ran\");\n{magic}\n1");

        events.Printed().ShouldBeEmpty();
        var failure = events.Failure();
        failure.Message.ShouldStartWith("(2,1): error");
        failure.Message.ShouldContain(message);
        failure.LinePosition.ShouldBe(new LinePosition(1, 0));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("fsharp")]
    [InlineData("nosuchkernel")]
    public async Task A_cell_for_a_kernel_that_is_not_there_is_refused(string name) =>
        (await kernel.RunAsync("1", kernel: name)).Failure().Message.ShouldContain($"'{name}' cells are not supported");

    [Fact(Timeout = 60_000)]
    public async Task An_error_after_a_magic_command_is_told_in_lines_of_the_whole_cell()
    {
        var compiled = (await kernel.RunAsync("#!markdown\n# One\n#!csharp\nnope")).Failure();
        var ran = (await kernel.RunAsync("#!markdown\n# One\n#!csharp\n\nthrow new Exception();")).Failure();

        compiled.Message.ShouldStartWith("(4,1): error CS0103");
        compiled.LinePosition.ShouldBe(new LinePosition(3, 0));
        ran.LinePosition.ShouldBe(new LinePosition(4, 0));
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_are_listed_and_values_handed_from_kernel_to_kernel()
    {
        (await kernel.RunAsync("#!value --name text\nhello")).ShouldSucceed();
        (await kernel.RunAsync("#!set --name taken --value @value:text\ntaken.Length")).Result().ShouldContain(">5<");

        (await kernel.RunAsync("#!who")).Of<DisplayedValueProduced>().Single().Text().ShouldContain("taken");
        (await kernel.RunAsync("#!whos")).Of<DisplayedValueProduced>().Single().Text().ShouldContain("System.String");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_only_editors_have_of_the_engines_magic_commands_is_here_too()
    {
        var timed = await kernel.RunAsync("#!time\n1 + 1");
        timed.Result().ShouldContain(">2<");
        timed.Of<DisplayedValueProduced>().Single().Text().ShouldMatch(@"^Wall time: [\d.]+ms$");

        var about = (await kernel.RunAsync("#!about")).Of<DisplayedValueProduced>().Single().Text();
        about.ShouldContain("Microsoft.DotNet.Interactive.CSharp 1.0.0-beta.26120.1");

        var list = (await kernel.RunAsync("#!lsmagic")).Of<DisplayedValueProduced>().Single().Text();
        list.ShouldContain("#!import");
        list.ShouldContain("#!whos");
        list.ShouldContain("#r");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_the_engine_displays_is_displayed()
    {
        var table = await kernel.RunAsync("new[] { new { Task = \"One\", Total = 15 } }.DisplayTable();");
        table.Of<DisplayedValueProduced>().Single().Text().ShouldStartWith("<table>");

        (await kernel.RunAsync("\"shown\".Display();")).Of<DisplayedValueProduced>().Single().Text().ShouldBe("shown");
        (await kernel.RunAsync("using Microsoft.DotNet.Interactive;\nKernel.Root.Name")).Result().ShouldBe(".NET");
    }

    [Fact(Timeout = 60_000)]
    public async Task Display_is_not_ambiguous_for_readers_who_open_the_engines_helpers_themselves() =>
        (
            await kernel.RunAsync(
                "using static Microsoft.DotNet.Interactive.Kernel;\nclass Shows { public static void It() => display(\"it\"); }\nShows.It();"
            )
        )
            .Of<DisplayedValueProduced>()
            .Single()
            .Text()
            .ShouldBe("it");
}
