using Microsoft.Playwright;

namespace LivePage.Tests;

/// <summary>A notebook as the reader sees it.</summary>
internal sealed class NotebookOnPage(IPage page)
{
    public IPage Page => page;

    /// <summary>The cells, in order.</summary>
    public ILocator Cells => page.Locator(".row");

    public ILocator Toolbar => page.Locator(".toolbar");

    public static async Task<NotebookOnPage> GoToAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("body[data-listens]").WaitForAsync();
        return new NotebookOnPage(page);
    }

    /// <summary>The cell with this number, from one.</summary>
    public ILocator Cell(int number) => Cells.Nth(number - 1);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task ClickAsync(string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a cell has come to a state, such as <c>done</c>.</summary>
    public Task IsAsync(int cell, string state) =>
        Assertions.Expect(Cell(cell).Locator(".facts .name")).ToContainTextAsync(state);

    /// <summary>Waits until every cell that can run has run.</summary>
    public Task HasRunAllAsync() =>
        Assertions.Expect(Cells.Locator(".facts .name").Filter(new() { HasNotText = "done" })).ToHaveCountAsync(0);

    /// <summary>Waits until a cell has put out a text outside of frames.</summary>
    public Task HasPrintedAsync(int cell, string text) =>
        Assertions.Expect(Cell(cell).Locator(".outputs")).ToContainTextAsync(text);

    /// <summary>Selects a cell.</summary>
    public Task SelectAsync(int cell) => Cell(cell).Locator(".facts .number").ClickAsync();
}
