namespace Dib.Kernel.Tests;

public sealed class CellTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task Later_cells_see_the_variables_types_and_usings_of_earlier_ones()
    {
        (
            await kernel.RunAsync(
                "using Words = System.Collections.Generic.List<string>;\nvar words = new Words { \"one\" };\nrecord Job(int Size);"
            )
        ).ShouldSucceed();

        var events = await kernel.RunAsync("new Words(words) { new Job(2).ToString() }.Count");

        events.Result().ShouldContain(">2<");
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_assigned_before_an_exception_survive_it()
    {
        (await kernel.RunAsync("var kept = 7;\nthrow new Exception();")).Failure();

        (await kernel.RunAsync("kept")).Result().ShouldContain(">7<");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_semicolon_after_the_last_expression_keeps_its_value_silent()
    {
        (await kernel.RunAsync("\"value\".Trim();")).Of<ReturnValueProduced>().ShouldBeEmpty();
        (await kernel.RunAsync("Console.WriteLine()")).Of<ReturnValueProduced>().ShouldBeEmpty();
        (await kernel.RunAsync("\"value\".Trim()")).Result().ShouldBe("value");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_null_is_a_value_too() => (await kernel.RunAsync("(string)null")).Result().ShouldContain("null");

    [Theory(Timeout = 60_000)]
    [InlineData("\n\nint.Parse(\"x\");", 2, 0)]
    [InlineData("void Fail() =>\n  throw new Exception();\n\n  Fail();", 1, 2)]
    [InlineData("int Fail() =>\n  throw new Exception();", null, null)]
    [InlineData("await Task.Yield();\nawait Task.Run(() => {\n  throw new Exception();\n});", 2, 2)]
    [InlineData("var n = 1;\nn = nope;", 1, 4)]
    public async Task A_failure_names_the_line_of_the_cell_that_it_left(string code, int? line, int? character)
    {
        var end = (await kernel.RunAsync(code, cell: "4"))[^1].Event;

        var position = (end as CommandFailed)?.LinePosition;
        position?.Line.ShouldBe(line!.Value);
        position?.Character.ShouldBe(character!.Value);
        (position is null).ShouldBe(line is null);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_failure_in_a_function_of_an_earlier_cell_names_the_line_that_called_it()
    {
        (await kernel.RunAsync("\n\nvoid Earlier() => throw new Exception();", cell: "1")).ShouldSucceed();

        var failure = (await kernel.RunAsync("\nEarlier();", cell: "2")).Failure();

        failure.LinePosition.ShouldBe(new LinePosition(1, 0));
        failure.Message.ShouldNotContain(":line");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cell_knows_its_name_when_the_client_gives_one()
    {
        const string code =
            "static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => path;\nHere()";

        (await kernel.RunAsync(code, cell: "4")).Result().ShouldBe("cell 4");
        (await kernel.RunAsync(code)).Result().ShouldBe("");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cell_knows_its_name_and_line_also_after_another_has_changed_the_folder()
    {
        await kernel.RunAsync("System.IO.Directory.SetCurrentDirectory(System.IO.Path.GetTempPath());");
        try
        {
            var failure = (await kernel.RunAsync("\nthrow new Exception();", cell: "5")).Failure();

            failure.LinePosition.ShouldBe(new LinePosition(1, 0));
        }
        finally
        {
            await kernel.RunAsync($"System.IO.Directory.SetCurrentDirectory(@\"{kernel.Folder}\");");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Code_that_stops_in_mid_sentence_is_told_apart()
    {
        var events = await kernel.RunAsync("class Half {");

        events.Of<IncompleteCodeSubmissionReceived>().ShouldHaveSingleItem();
        events.Failure().Message.ShouldContain("} expected");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_cell_of_20_MB_is_read_like_any_other()
    {
        var events = await kernel.RunAsync($"// {new string('x', 20_000_000)}\n1 + 1");

        events.Result().ShouldContain(">2<");
    }

    [Fact(Timeout = 60_000)]
    public async Task An_empty_cell_ends_well() => (await kernel.RunAsync("")).ShouldSucceed();

    [Fact(Timeout = 60_000)]
    public async Task A_cell_without_a_kernel_is_csharp() =>
        (await kernel.AskAsync(new SubmitCode("1 + 1"))).Result().ShouldContain(">2<");

    [Fact(Timeout = 60_000)]
    public async Task A_synchronization_context_that_a_cell_leaves_behind_holds_up_nobody()
    {
        (
            await kernel.RunAsync(
                """
                class NeverRuns : System.Threading.SynchronizationContext
                {
                    public override void Post(System.Threading.SendOrPostCallback callback, object state) { }
                }
                System.Threading.SynchronizationContext.SetSynchronizationContext(new NeverRuns());
                await Task.Delay(1).ConfigureAwait(false);
                """
            )
        ).ShouldSucceed();

        (await kernel.RunAsync("System.Threading.SynchronizationContext.Current == null"))
            .Result()
            .ShouldContain("True");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_line_that_is_no_command_is_passed_over_and_an_unknown_command_is_refused()
    {
        await kernel.SendLinesAsync("", "hello", "{}", """{"commandType":"Dance","command":{},"token":"dance"}""");

        var events = await kernel.EndOfAsync("dance");

        events.Failure().Message.ShouldBe("The command 'Dance' is not supported.");
    }
}
