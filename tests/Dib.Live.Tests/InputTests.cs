namespace Dib.Live.Tests;

/// <summary>Cells that ask their reader for something.</summary>
public class InputTests
{
    private static readonly (string, string)[] Cells = [("csharp", "Ask();"), ("csharp", "var b = 2;")];

    [Fact]
    public async Task A_cell_that_asks_shows_it_and_goes_on_with_the_answer()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked("Who?"));
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();

        var input = await AskedAsync(notebook);
        input.Prompt.ShouldBe("Who?");
        input.IsPassword.ShouldBeFalse();
        notebook.States.ShouldBe("Running Queued");
        notebook.Session.Input.Answer(input.Number, "Ann");
        notebook.View.Cells[0].Input.ShouldBeNull();
        await notebook.IdleAsync();

        notebook.States.ShouldBe("Done Done");
        PrintedBy(notebook).ShouldBe("Ann\n");
    }

    [Fact]
    public async Task Questions_of_one_cell_come_one_after_the_other()
    {
        var kernel = new ScriptedKernel().On(
            "Ask();",
            ScriptedKernel.Asked("First?"),
            ScriptedKernel.Asked("Second?", isPassword: true)
        );
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();

        var first = await AskedAsync(notebook);
        notebook.Session.Input.Answer(first.Number, "one");
        var second = await AskedAsync(notebook);
        notebook.Session.Input.Answer(second.Number, "");
        await notebook.IdleAsync();

        (first.Prompt, second.Prompt, second.IsPassword).ShouldBe(("First?", "Second?", true));
        PrintedBy(notebook).ShouldBe("one\n\n");
    }

    [Fact]
    public async Task Only_the_first_answer_counts()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked("First?"), ScriptedKernel.Asked("Second?"));
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();
        var first = await AskedAsync(notebook);

        notebook.Session.Input.Answer(first.Number, "one page");
        notebook.Session.Input.Answer(first.Number, "another page");
        var second = await AskedAsync(notebook);
        notebook.Session.Input.Answer(first.Number, "a page that is late");
        notebook.Session.Input.Answer(second.Number, "the next");
        await notebook.IdleAsync();

        PrintedBy(notebook).ShouldBe("one page\nthe next\n");
        kernel.Answers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Stopped_while_it_asks_the_cell_asks_no_more_and_its_kernel_is_kept()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked("Who?"));
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();
        var input = await AskedAsync(notebook);

        notebook.Session.Runner.Stop();
        notebook.View.Cells[0].Input.ShouldBeNull();
        notebook.Session.Input.Answer(input.Number, "too late");
        await notebook.IdleAsync();

        notebook.States.ShouldBe("Failed NeverRun");
        notebook.View.Cells[0].Failure!.Message.ShouldBe("stopped");
        notebook.View.Kernel.ShouldBe(KernelStatus.Idle);
        kernel.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kernel_that_ends_takes_the_question_with_it()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked("Who?"));
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();
        var input = await AskedAsync(notebook);

        kernel.Kill();
        await notebook.IdleAsync();
        notebook.Session.Input.Answer(input.Number, "too late");

        notebook.States.ShouldBe("Failed NeverRun");
        notebook.View.Cells[0].Input.ShouldBeNull();
    }

    [Fact]
    public async Task A_restart_takes_the_question_with_it()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked("Who?"));
        await using var notebook = new OpenNotebook(Cells, kernel, new ScriptedKernel());
        notebook.Session.Runner.RunAll();
        await AskedAsync(notebook);

        await notebook.Session.Kernel.RestartAsync();

        notebook.View.Cells[0].Input.ShouldBeNull();
        notebook.States.ShouldBe("NeverRun NeverRun");
    }

    [Fact]
    public async Task Of_an_endless_question_the_page_shows_the_beginning()
    {
        var kernel = new ScriptedKernel().On("Ask();", ScriptedKernel.Asked(new string('x', 100_000)));
        await using var notebook = new OpenNotebook(Cells, kernel);
        notebook.Session.Runner.RunAll();

        (await AskedAsync(notebook)).Prompt.ShouldBe(new string('x', 2000) + "…");
    }

    [Fact]
    public async Task A_password_is_in_nothing_that_is_shown_or_kept()
    {
        var secret = new InputProduced("sesame");
        await using var notebook = new OpenNotebook([
            (
                "csharp",
                "var secret = await GetPasswordAsync(\"Secret?\");\n"
                    + "display(secret); Console.WriteLine($\"{secret} {secret.GetClearTextPassword().Length}\");"
            ),
        ]);
        notebook.Session.Runner.RunAll();
        var input = await AskedAsync(notebook);

        notebook.Session.Input.Answer(input.Number, secret.Value);
        await notebook.IdleAsync();
        var page = await notebook.Session.ToHtmlAsync();
        await notebook.ReopenAsync();

        page.ShouldContain("************ 6");
        page.ShouldNotContain(secret.Value);
        notebook.View.Cells[0].Outputs.ShouldNotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(notebook.PathOf("."), "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain(secret.Value);
    }

    [Fact]
    public async Task Two_questions_at_once_are_shown_in_turn_and_answered_each()
    {
        await using var notebook = new OpenNotebook([
            (
                "csharp",
                "var answers = await Task.WhenAll(GetInputAsync(\"First?\"), GetInputAsync(\"Second?\"));\n"
                    + "Console.WriteLine(string.Join(\" \", answers));"
            ),
        ]);
        notebook.Session.Runner.RunAll();

        var first = await AskedAsync(notebook);
        notebook.Session.Input.Answer(first.Number, first.Prompt);
        var second = await AskedAsync(notebook);
        notebook.Session.Input.Answer(second.Number, second.Prompt);
        await notebook.IdleAsync();

        PrintedBy(notebook).ShouldBe("First? Second?\n");
    }

    [Fact]
    public async Task A_cell_that_asks_again_after_it_was_stopped_is_refused_and_ends()
    {
        await using var notebook = new OpenNotebook([
            (
                "csharp",
                "try { await GetInputAsync(\"First?\"); } catch (Exception) { await GetInputAsync(\"Second?\"); }"
            ),
            ("csharp", "Console.WriteLine(2);"),
        ]);
        notebook.Session.Runner.Run(notebook[1]);
        await AskedAsync(notebook);

        notebook.Session.Runner.Stop();
        await notebook.IdleAsync();
        await notebook.RunAsync(2);

        notebook.States.ShouldBe("Failed Done");
        notebook.View.Cells[0].Input.ShouldBeNull();
    }

    private static async Task<InputRequest> AskedAsync(OpenNotebook notebook) =>
        (await notebook.UntilAsync(view => view.Cells[0].Input is not null)).Cells[0].Input!;

    private static string PrintedBy(OpenNotebook notebook) =>
        string.Concat(notebook.View.Cells[0].Outputs.Select(output => output.Content.Text));
}
