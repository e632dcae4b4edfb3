namespace LivePage.Tests;

public sealed class ContentsTests(ServedHost host)
{
    [Fact]
    public async Task The_contents_tell_of_each_notebook_what_it_is_how_it_went_and_its_last_total()
    {
        host.Add(
            "small",
            "markdown\n\n# A small notebook\n\nIt has one number. **Which one?**",
            "csharp\n\nvar run = new { Total = 17.2, LowerBound = 17.0 };"
        );
        await using var visit = await Visit.BeginAsync();
        var page = await visit.OpenAsync(host);
        var entry = page.Locator(".contents li").Filter(new() { HasText = "A small notebook" });
        await Expect(entry).ToContainTextAsync("It has one number.");
        await Expect(entry.Locator("strong")).ToHaveTextAsync("Which one?");
        await Expect(entry).ToContainTextAsync("not run");
        await Expect(page.Locator(".opening figure").First).ToHaveTextAsync("3 blocking sleep: 32.0 s");
        await Expect(page.Locator(".opening figure").Nth(1)).ToHaveTextAsync("4 greenlets: 17.0 s");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Start with 0a" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "4 · Greenlets" })).ToBeVisibleAsync();

        await entry.GetByRole(AriaRole.Link).ClickAsync();
        var notebook = await NotebookOnPage.OnAsync(visit, page);
        await notebook.ClickAsync("Run all");
        await Expect(notebook.Toolbar).ToContainTextAsync("total 17.2 s, at best 17.0 s");
        await page.GetByRole(AriaRole.Link, new() { Name = "Contents" }).ClickAsync();

        await Expect(entry).ToContainTextAsync("ran");
        await Expect(entry).ToContainTextAsync("last total");
        await Expect(entry).ToContainTextAsync("17.2 s");
        visit.Complaints.ShouldBeEmpty();
    }
}
