namespace Dib.Live.Tests;

/// <summary>The same with the kernel that readers have.</summary>
public class LiveKernelTests
{
    [Fact]
    public async Task Cells_run_and_the_next_ones_see_their_variables()
    {
        await using var notebook = new OpenNotebook([
            ("csharp", "var a = 20;"),
            ("csharp", "Console.WriteLine(a + 1);"),
        ]);

        await notebook.RunAllAsync();

        notebook.States.ShouldBe("Done Done");
        notebook.View.Cells[1].Outputs.Single().Content.Text.ShouldBe("21\n");
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "ended with exit code 3")]
    [InlineData("int F(int x) => F(x + 1) + 1; F(1);", "ended with a stack overflow")]
    public async Task A_cell_that_ends_the_kernel_costs_a_restart_and_nothing_else(string code, string how)
    {
        await using var notebook = new OpenNotebook([("csharp", "var a = 20;"), ("csharp", code), ("csharp", "1")]);

        await notebook.RunAllAsync();

        notebook.States.ShouldBe("NeverRun Failed NeverRun");
        notebook.View.Notice!.Sentence.ShouldStartWith(
            $"The kernel {how}. The variables of the 1 cell run so far are lost;"
        );
        await notebook.RunAsync(3);
        notebook.States.ShouldBe("NeverRun Failed Done");
    }

    [Fact]
    public async Task A_cell_that_asks_for_ever_more_memory_fails_and_the_others_keep_their_variables()
    {
        await using var notebook = new OpenNotebook([
            ("csharp", "var a = 20;"),
            ("csharp", "var all = new List<byte[]>();\nwhile (true) all.Add(new byte[1_000_000_000]);"),
            ("csharp", "all.Clear();\nConsole.WriteLine(a + 1);"),
        ]);

        await notebook.RunAsync(1, 2);
        await notebook.RunAsync(3);

        notebook.States.ShouldBe("Done Failed Done");
        notebook.View.Cells[1].Failure!.Message.ShouldContain("OutOfMemoryException");
        notebook.View.Cells[1].Failure!.Line.ShouldBe(1);
        notebook.View.Cells[2].Outputs.Single().Content.Text.ShouldBe("21\n");
    }

    [Theory]
    [InlineData("Console.Write(new string('x', 100_000_000));")]
    [InlineData("var line = new string('x', 99);\nfor (var i = 0; i < 1_000_000; i++) Console.WriteLine(line);")]
    public async Task Of_100_MB_of_output_little_is_kept_and_the_page_says_so(string code)
    {
        await using var notebook = new OpenNotebook([("csharp", code)]);
        await notebook.RunAsync(1);

        notebook.States.ShouldBe("Done");
        var outputs = notebook.View.Cells[0].Outputs;
        outputs.Sum(output => output.Content.Text.Length).ShouldBeLessThan(500_000);
        outputs.ShouldContain(output =>
            output.Content.Text.Contains("left out here: this cell put out more than a page can show")
        );
    }

    [Fact]
    public async Task A_cell_that_only_waits_is_given_up_and_the_variables_and_other_cells_outputs_are_kept()
    {
        await using var notebook = new OpenNotebook([
            ("csharp", "var a = 20;\nvar late = new TaskCompletionSource();\nvar said = new TaskCompletionSource();"),
            ("csharp", "Console.WriteLine(1);\nawait late.Task;\nConsole.WriteLine(\"late\");\nsaid.SetResult();"),
            ("csharp", "late.SetResult();\nawait said.Task;\nConsole.WriteLine(a + 1);"),
        ]);
        await notebook.RunAsync(1);
        notebook.Session.Runner.Run(notebook[2]);
        await notebook.UntilAsync(view => !view.Cells[1].Outputs.IsEmpty);

        notebook.Session.Runner.Stop();
        await notebook.IdleAsync();
        notebook.View.Notice!.Sentence.ShouldBe("Stopped. The variables of the cells run so far are kept.");
        await notebook.RunAsync(3);

        notebook.States.ShouldBe("Done Failed Done");
        notebook.View.Cells[1].Outputs.Single().Content.Text.ShouldBe("1\n");
        notebook.View.Cells[2].Outputs[0].Content.Text.ShouldBe("21\n");
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_by_force()
    {
        await using var notebook = new OpenNotebook([("csharp", "Console.WriteLine(1);\nwhile (true) { }")]);
        notebook.Session.Runner.RunAll();
        await notebook.UntilAsync(view => !view.Cells[0].Outputs.IsEmpty);

        notebook.Session.Runner.Stop();
        notebook.Time.Advance(Runner.TimeToStop);
        await notebook.IdleAsync();

        notebook.States.ShouldBe("Failed");
        notebook.View.Cells[0].Outputs.Single().Content.Text.ShouldBe("1\n");
    }

    [Fact]
    public async Task Code_is_completed_explained_and_checked_while_a_cell_runs()
    {
        await using var notebook = new OpenNotebook([
            ("csharp", "var number = 20;"),
            ("csharp", "Console.WriteLine(1);\nwhile (true) { }"),
            ("csharp", "num"),
            ("csharp", "later"),
        ]);
        notebook.Session.Runner.RunAll();
        await notebook.UntilAsync(view => !view.Cells[1].Outputs.IsEmpty);
        var session = notebook.Session;
        var id = notebook[3];

        var completions = await session.Language.AskAsync<CompletionsProduced>(
            id,
            "num",
            new RequestCompletions("num", new LinePosition(0, 3))
        );
        var hover = await session.Language.AskAsync<HoverTextProduced>(
            id,
            "number",
            new RequestHoverText("number", new LinePosition(0, 1))
        );
        var signatures = await session.Language.AskAsync<SignatureHelpProduced>(
            id,
            "Math.Max(",
            new RequestSignatureHelp("Math.Max(", new LinePosition(0, 9))
        );
        var diagnostics = await session.Language.DiagnoseAsync(id, "number.Nothing()");

        completions!.Completions.ShouldContain(item => item.DisplayText == "number");
        hover!.Content[0].Value.ShouldContain("int number");
        signatures!.Signatures.ShouldNotBeEmpty();
        diagnostics.Single().Code.ShouldBe("CS1061");
    }

    [Fact]
    public async Task While_a_cell_above_has_not_run_only_the_grammar_is_checked()
    {
        await using var notebook = new OpenNotebook([("csharp", "var number = 20;"), ("csharp", "1")]);

        (await notebook.Session.Language.DiagnoseAsync(notebook[2], "number.Nothing()")).ShouldBeEmpty();
        (await notebook.Session.Language.DiagnoseAsync(notebook[2], "number.(")).ShouldNotBeEmpty();
        (
            await notebook.Session.Language.AskAsync<CompletionsProduced>(
                notebook[2],
                "n",
                new RequestCompletions("n", new LinePosition(0, 1))
            )
        ).ShouldBeNull();
    }
}
