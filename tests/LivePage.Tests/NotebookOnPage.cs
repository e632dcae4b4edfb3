namespace LivePage.Tests;

/// <summary>A notebook as the reader sees it.</summary>
internal sealed class NotebookOnPage(IPage page) : IAsyncDisposable
{
    /// <summary>Whose page it is; ends with it.</summary>
    public required Visit Visit { get; init; }

    public IPage Page => page;

    /// <summary>The cells, in order.</summary>
    public ILocator Cells => page.Locator(".row");

    public ILocator Toolbar => page.Locator(".toolbar");

    /// <summary>The notebook that a page shows, as soon as it listens.</summary>
    public static async Task<NotebookOnPage> OnAsync(Visit visit, IPage page)
    {
        await page.Locator("body[data-listens]").WaitForAsync();
        return new NotebookOnPage(page) { Visit = visit };
    }

    public ValueTask DisposeAsync() => Visit.DisposeAsync();

    /// <summary>The cell with this number, from one.</summary>
    public ILocator Cell(int number) => Cells.Nth(number - 1);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task ClickAsync(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a cell has come to a state, such as <c>done</c>.</summary>
    public Task IsAsync(int cell, string state) => Expect(Cell(cell).Locator(".facts .name")).ToContainTextAsync(state);

    /// <summary>Waits until every cell that can run has run.</summary>
    public Task HasRunAllAsync() =>
        Expect(Cells.Locator(".facts .name").Filter(new() { HasNotText = "done" })).ToHaveCountAsync(0);

    public async Task RunAllAsync()
    {
        await ClickAsync("Run all");
        await HasRunAllAsync();
    }

    /// <summary>Waits until a cell has put out a text outside of frames.</summary>
    public Task HasPrintedAsync(int cell, string text) =>
        Expect(Cell(cell).Locator(".outputs")).ToContainTextAsync(text);

    /// <summary>Chooses how pages look, such as the theme.</summary>
    public async Task ChooseAsync(string what, string choice)
    {
        await ClickAsync("View");
        await page.GetByLabel(what).SelectOptionAsync(choice);
        await PressAsync("Escape");
        await Expect(page.GetByLabel(what)).ToBeHiddenAsync();
    }

    /// <summary>What the screen reader is told.</summary>
    public ILocator Status => page.Locator("main > [role=status]");

    /// <summary>Runs a cell with the button beside it.</summary>
    public Task RunAsync(int cell) => ClickAsync($"Run cell {cell}");

    /// <summary>Runs a cell, and waits until it is done.</summary>
    public async Task RunToEndAsync(int cell)
    {
        await RunAsync(cell);
        await IsAsync(cell, "done");
    }

    /// <summary>Puts a text in place of a cell's code, and leaves the editor.</summary>
    public async Task RewriteAsync(int cell, string text)
    {
        var editor = await EditAsync(cell);
        await PressAsync("ControlOrMeta+a");
        await page.Keyboard.InsertTextAsync(text);
        await PressAsync("Escape");
        await Expect(editor).ToHaveCountAsync(0);
    }

    /// <summary>Opens the editor in a cell.</summary>
    public async Task<ILocator> EditAsync(int cell)
    {
        await SelectAsync(cell);
        await PressAsync("Enter");
        var editor = Cell(cell).Locator(".editor");
        await Expect(editor.Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        return editor;
    }

    /// <summary>Waits until this cell is the one that keys mean.</summary>
    public Task IsSelectedAsync(int cell) => Expect(Cell(cell)).ToHaveAttributeAsync("aria-current", "true");

    /// <summary>Waits until the page tells its reader so.</summary>
    public Task IsToldAsync(string sentence) =>
        Expect(page.Locator(".notice").Filter(new() { HasText = sentence })).ToBeVisibleAsync();

    /// <summary>Types into a cell, somewhere that a key leads to, and waits until the host has some of it.</summary>
    public async Task TypeAsync(int cell, string key, string text)
    {
        var open = Cell(cell).Locator(".editor textarea, .editor .native-edit-context").First;
        if (await open.CountAsync() == 0)
            await EditAsync(cell);
        else
            await open.FocusAsync();
        await PressAsync(key);
        await page.Keyboard.TypeAsync(text);
        await Expect(Toolbar).ToContainTextAsync("not saved");
    }

    /// <summary>The text in the editor.</summary>
    public Task<string> EditedAsync() => page.EvaluateAsync<string>("monaco.editor.getEditors()[0].getValue()");

    /// <summary>Waits until the editor has this text.</summary>
    public Task HasEditedAsync(string text) =>
        page.WaitForFunctionAsync("(text) => monaco.editor.getEditors()[0]?.getValue() === text", text);

    /// <summary>Selects a cell.</summary>
    public async Task SelectAsync(int cell)
    {
        await Cell(cell).Locator(".facts .number").ClickAsync();
        await IsSelectedAsync(cell);
    }
}
