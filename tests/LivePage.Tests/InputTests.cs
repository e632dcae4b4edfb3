namespace LivePage.Tests;

/// <summary>Cells that ask their reader for something.</summary>
public sealed class InputTests(ServedHost host)
{
    private const string AskTwice =
        "csharp\n\nvar first = await GetInputAsync(\"First name?\");\nvar last = await GetInputAsync(\"Last name?\");\n"
        + "Console.WriteLine($\"{last}, {first}\");";

    [Fact]
    public async Task A_cell_asks_one_thing_after_the_other_and_prints_the_answers()
    {
        await using var notebook = await host.OpenAsync("asks", AskTwice);
        await notebook.ClickAsync("Run all");

        var first = notebook.Page.GetByLabel("First name?");
        await Expect(first).ToBeFocusedAsync();
        await Expect(notebook.Status).ToContainTextAsync("Cell 1 asks: First name?");
        await Expect(notebook.Toolbar).ToContainTextAsync("go to cell 1, which asks");
        await notebook.Page.Keyboard.TypeAsync("Ann");
        await notebook.PressAsync("Enter");
        await Expect(notebook.Page.GetByLabel("Last name?")).ToBeFocusedAsync();
        await Expect(first).ToHaveCountAsync(0);
        await notebook.Page.GetByLabel("Last name?").FillAsync("Lee");
        await notebook.ClickAsync("Answer");

        await notebook.HasPrintedAsync(1, "Lee, Ann");
        await notebook.IsAsync(1, "done");
        await Expect(notebook.Page.Locator(".asking")).ToHaveCountAsync(0);
        await Expect(notebook.Cell(1)).ToBeFocusedAsync();
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_typed_before_the_next_question_is_there_is_no_command()
    {
        var latch = host.NewLatch();
        await using var notebook = await host.OpenAsync(
            "early",
            $"csharp\n\nvar first = await GetInputAsync(\"First?\");\n{latch.Wait}\nvar next = await GetInputAsync(\"Next?\");"
        );
        await notebook.ClickAsync("Run all");
        var field = notebook.Page.GetByLabel("First?");
        await Expect(field).ToBeFocusedAsync();

        await notebook.PressAsync("Enter");
        await Expect(field).ToHaveCountAsync(0);
        await notebook.Page.Keyboard.TypeAsync("bad daddy");
        await notebook.PressAsync("Enter");
        latch.Open();
        await Expect(notebook.Page.GetByLabel("Next?")).ToBeFocusedAsync();
        await notebook.PressAsync("Enter");

        await notebook.IsAsync(1, "done");
        await Expect(notebook.Cells).ToHaveCountAsync(1);
        await Expect(notebook.Page.Locator(".editor")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_password_is_hidden_and_stands_nowhere_on_the_page()
    {
        await using var notebook = await host.OpenAsync(
            "password",
            "csharp\n\nvar secret = await GetPasswordAsync(\"Secret?\");\nConsole.WriteLine($\"{secret} {secret.GetClearTextPassword().Length}\");"
        );
        await notebook.ClickAsync("Run all");

        var field = notebook.Page.GetByLabel("Secret?");
        await Expect(field).ToHaveAttributeAsync("type", "password");
        await field.FillAsync("sesame");
        await field.PressAsync("Enter");

        await notebook.HasPrintedAsync(1, "************ 6");
        (await notebook.Page.ContentAsync()).ShouldNotContain("sesame");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Stop")]
    public async Task Escape_and_stop_cancel_the_cell_that_asks_and_keep_the_variables(string how)
    {
        await using var notebook = await host.OpenAsync(
            $"cancels-{how}",
            "csharp\n\nint kept = 7;",
            "csharp\n\nawait GetInputAsync(\"Who?\");",
            "csharp\n\nConsole.WriteLine(kept);"
        );
        await notebook.ClickAsync("Run all");
        var field = notebook.Page.GetByLabel("Who?");
        await Expect(field).ToBeFocusedAsync();

        if (how == "Stop")
            await notebook.ClickAsync(how);
        else
            await notebook.PressAsync(how);

        await notebook.IsAsync(2, "failed");
        await notebook.IsAsync(3, "not run");
        await Expect(field).ToHaveCountAsync(0);
        await notebook.IsToldAsync("The variables of the cells run so far are kept; 1 cell that waited was not run.");
        await notebook.RunAsync(3);
        await notebook.HasPrintedAsync(3, "7");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_pages_show_the_question_and_the_first_answer_counts()
    {
        await using var one = await host.OpenAsync("answered", AskTwice);
        var other = await one.Visit.OpenAsync(host, "answered");
        await one.ClickAsync("Run all");
        await other.Page.GetByLabel("First name?").FillAsync("Bob");

        await one.Page.GetByLabel("First name?").FillAsync("Ann");
        await one.ClickAsync("Answer");

        await Expect(other.Page.GetByLabel("First name?")).ToHaveCountAsync(0);
        await Expect(other.Page.GetByLabel("Last name?")).ToHaveValueAsync("");
        await other.Page.GetByLabel("Last name?").FillAsync("Lee");
        await other.ClickAsync("Answer");
        await one.HasPrintedAsync(1, "Lee, Ann");
        await Expect(one.Page.Locator(".asking")).ToHaveCountAsync(0);
        one.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_stays_with_who_types_elsewhere()
    {
        var latch = host.NewLatch();
        await using var notebook = await host.OpenAsync(
            "elsewhere",
            $"csharp\n\n{latch.Wait}\nConsole.WriteLine(await GetInputAsync(\"Who?\"));",
            "csharp\n\nint a = 1;"
        );
        await notebook.RunAsync(1);
        var editor = await notebook.EditAsync(2);

        latch.Open();
        await Expect(notebook.Page.GetByLabel("Who?")).ToBeVisibleAsync();
        await notebook.PressAsync("End");
        await notebook.Page.Keyboard.TypeAsync("2");

        await notebook.HasEditedAsync("int a = 1;2");
        await Expect(editor.Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        await Expect(notebook.Page.GetByLabel("Who?")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_prompt_is_text_and_without_one_the_field_has_a_name_all_the_same()
    {
        host.Add(
            "markup",
            "csharp\n\nawait GetInputAsync(\"<img src=x onerror='document.title = 1'>\\n<b>bold</b>\");\n"
                + "await GetInputAsync();\nawait GetPasswordAsync();"
        );
        await using var notebook = await host.VisitAsync(
            "markup",
            new()
            {
                ViewportSize = new() { Width = 400, Height = 800 },
            }
        );
        await notebook.ClickAsync("Run all");
        var label = notebook.Page.Locator(".asking label");

        await Expect(label).ToContainTextAsync("<b>bold</b>");
        await Expect(label.Locator("*")).ToHaveCountAsync(0);
        (await notebook.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(400);
        await notebook.ClickAsync("Answer");
        await notebook.Page.GetByLabel("Input", new() { Exact = true }).PressAsync("Enter");
        await notebook.Page.GetByLabel("Password", new() { Exact = true }).PressAsync("Enter");

        await notebook.IsAsync(1, "done");
        notebook.Visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kernel_that_is_restarted_takes_the_field_with_it()
    {
        await using var notebook = await host.OpenAsync("restarted", "csharp\n\nawait GetInputAsync(\"Who?\");");
        await notebook.ClickAsync("Run all");
        await Expect(notebook.Page.GetByLabel("Who?")).ToBeFocusedAsync();

        await notebook.ClickAsync("Restart");

        await notebook.IsAsync(1, "not run");
        await Expect(notebook.Page.Locator(".asking")).ToHaveCountAsync(0);
        notebook.Visit.Complaints.ShouldBeEmpty();
    }
}
