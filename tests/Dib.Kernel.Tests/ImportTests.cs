namespace Dib.Kernel.Tests;

public sealed class ImportTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task An_imported_notebook_leaves_its_variables_usings_and_outputs()
    {
        kernel.Write("setup.dib", "#!markdown\n\n# Setup\n\n#!csharp\n\nusing System.Net;\nvar answer = 42;\n");

        var events = await kernel.RunAsync("#!import setup.dib\nanswer + (int)HttpStatusCode.OK");

        events.Of<DisplayedValueProduced>().Single().FormattedValues.ShouldBe([new("text/markdown", "# Setup")]);
        events.Result().ShouldContain(">242<");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("code.cs")]
    [InlineData("code.csx")]
    public async Task An_imported_csharp_file_is_one_cell(string file)
    {
        kernel.Write(file, "using System.Numerics;\nint Twice(int n) => 2 * n;");

        (await kernel.RunAsync($"#!import \"{file}\"")).ShouldSucceed();

        (await kernel.RunAsync("Twice((int)BigInteger.One)")).Result().ShouldContain(">2<");
    }

    [Fact(Timeout = 60_000)]
    public async Task Imports_and_references_inside_an_imported_notebook_start_from_the_working_directory()
    {
        kernel.Write("deep/outer.dib", "#!csharp\n\n#!import deep/inner.dib\n");
        kernel.Write("deep/inner.dib", "#!csharp\n\n#r \"missing.dll\"\n");

        var failure = (await kernel.RunAsync("#!import deep/outer.dib")).Failure();

        failure.Message.ShouldBe(
            "outer.dib, cell 1, line 3: inner.dib, cell 1, line 3: (1,1): error CS0006: Metadata file 'missing.dll' could not be found"
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task A_loaded_script_starts_from_its_own_folder_and_keeps_its_usings_to_itself()
    {
        kernel.Write("deep/load.csx", "#load \"beside.csx\"\nusing System.Net.Mail;\nvar loaded = beside + 1;");
        kernel.Write("deep/beside.csx", "var beside = 1;");

        (await kernel.RunAsync("#load \"deep/load.csx\"\nloaded")).Result().ShouldContain(">2<");
        (await kernel.RunAsync("typeof(SmtpClient)")).Failure().Message.ShouldContain("CS0246");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_exception_in_an_imported_notebook_stops_it_and_fails_the_cell()
    {
        // The real kernel says nothing of it, and goes on.
        kernel.Write(
            "bad.dib",
            "#!csharp\n\nConsole.WriteLine(\"first\");\n\n#!csharp\n\nvar n = 0;\nthrow new Exception(\"boom\");\n\n#!csharp\n\nConsole.WriteLine(\"third\");\n"
        );

        var events = await kernel.RunAsync(
            "Console.WriteLine(\"before\");\n#!import bad.dib\nConsole.WriteLine(\"after\");"
        );

        events.Printed().ShouldBe("before\nfirst\n");
        events.Failure().Message.ShouldStartWith("bad.dib, cell 2, line 8: System.Exception: boom");
        events.Failure().LinePosition.ShouldBe(new LinePosition(1, 0));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_magic_command_that_an_imported_notebook_may_not_use_is_named_with_its_place()
    {
        kernel.Write("sharp.dib", "#!csharp\n\n1\n\n#!fsharp\n\nlet x = 1\n");

        (await kernel.RunAsync("#!import sharp.dib"))
            .Failure()
            .Message.ShouldStartWith("sharp.dib, cell 2, line 7: (1,1): error: 'fsharp' cells are not supported");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("nowhere.dib", "there is no such file")]
    [InlineData("text.txt", "only .dib, .ipynb, .cs and .csx files can")]
    [InlineData("circle.dib", "it is being imported already")]
    [InlineData("binary.dib", "binary.dib, line 1:")]
    public async Task A_file_that_cannot_be_imported_is_named(string path, string reason)
    {
        kernel.Write("text.txt", "hello");
        kernel.Write("binary.dib", "\0\u0001\u0002");
        kernel.Write("circle.dib", "#!csharp\n\n#!import square.dib\n");
        kernel.Write("square.dib", "#!csharp\n\n#!import circle.dib\n");

        var failure = (await kernel.RunAsync($"\n#!import {path}")).Failure();

        failure.Message.ShouldContain($"'{path}' cannot be imported: {reason}");
        failure.LinePosition.ShouldBe(new LinePosition(1, 0));
    }
}
