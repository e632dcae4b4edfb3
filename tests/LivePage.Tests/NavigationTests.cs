using System.Text.RegularExpressions;

namespace LivePage.Tests;

public sealed class NavigationTests(ServedHost host)
{
    private static readonly string[] Parts =
    [
        "markdown\n\n# Parts",
        "csharp\n\nvar number = 20;",
        "markdown\n\n## The second part",
        "csharp\n\nvar words = \"twenty\";\nthrow new Exception(\"on purpose\");",
    ];

    [Fact]
    public async Task The_outline_shows_all_parts_with_their_states_and_leads_there()
    {
        await using var notebook = await host.OpenAsync("outline", Parts);
        await notebook.RunToEndAsync(2);

        await notebook.PressAsync("o");
        var outline = notebook.Page.GetByRole(AriaRole.Dialog, new() { Name = "Outline" });
        await Expect(outline.GetByLabel("Cell 2, done")).ToBeVisibleAsync();
        await Expect(outline.GetByLabel("Cell 4, not run")).ToBeVisibleAsync();
        await outline.GetByText("The second part").ClickAsync();

        await Expect(outline).ToHaveCountAsync(0);
        await notebook.IsSelectedAsync(3);
        await Expect(notebook.Cell(3)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_variables_are_shown_with_their_types()
    {
        await using var notebook = await host.OpenAsync("variables", Parts);
        await notebook.RunToEndAsync(2);

        await notebook.PressAsync("v");

        var row = notebook.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "number" });
        await Expect(row).ToHaveTextAsync("numberSystem.Int3220");
    }

    [Fact]
    public async Task Code_and_outputs_are_folded_away_and_shown_again_and_outputs_are_cleared()
    {
        await using var notebook = await host.OpenAsync("folds", "csharp\n\n// two lines\nConsole.WriteLine(1);");
        await notebook.RunToEndAsync(1);
        var cell = notebook.Cell(1);

        await notebook.ClickAsync("Fold code");
        await notebook.ClickAsync("Fold output");
        await Expect(cell.Locator(".code, .printed")).ToHaveCountAsync(0);
        await notebook.ClickAsync("2 lines of code, folded");
        await notebook.ClickAsync("outputs, folded");
        await Expect(cell.Locator(".code")).ToBeVisibleAsync();
        await Expect(cell.Locator(".printed")).ToHaveTextAsync("1");
        await notebook.ClickAsync("Clear output");

        await Expect(cell.Locator(".printed")).ToHaveCountAsync(0);
        await notebook.IsAsync(1, "done");
    }

    [Fact]
    public async Task Folds_last_over_a_reload()
    {
        await using var notebook = await host.OpenAsync("lasting", "csharp\n\n1", "csharp\n\nConsole.WriteLine(2);");
        await notebook.RunToEndAsync(2);
        await notebook.ClickAsync("Fold code");
        await notebook.ClickAsync("Fold output");
        await Expect(notebook.Cell(2).Locator(".folded")).ToHaveCountAsync(2);

        await notebook.Page.ReloadAsync();
        await Expect(notebook.Cell(2).Locator(".folded")).ToHaveCountAsync(2);
        await Expect(notebook.Cell(1).Locator(".code")).ToBeVisibleAsync();
        await notebook.ClickAsync("outputs, folded");
        await notebook.HasPrintedAsync(2, "2");
        await notebook.Page.ReloadAsync();

        await Expect(notebook.Cell(2).Locator(".folded")).ToHaveTextAsync("1 line of code, folded");
        await notebook.HasPrintedAsync(2, "2");
    }

    [Fact]
    public async Task A_heading_has_an_address_that_leads_to_its_cell()
    {
        await using var notebook = await host.OpenAsync("headings", [.. Parts, "markdown\n\n## The second part"]);
        var sign = notebook.Cell(3).GetByRole(AriaRole.Link, new() { Name = "Link to The second part" });
        await Expect(sign).ToHaveCSSAsync("opacity", "0");
        await sign.FocusAsync();
        await Expect(sign).ToHaveCSSAsync("opacity", "1");
        await Expect(sign).ToHaveAttributeAsync("href", "/notebooks/headings#the-second-part");
        await notebook.Cell(5).GetByRole(AriaRole.Heading).HoverAsync();
        await notebook.Cell(5).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(notebook.Page)
            .ToHaveURLAsync(new Uri(host.Address, "/notebooks/headings#the-second-part-1").AbsoluteUri);

        await notebook.Page.GotoAsync("about:blank");
        await notebook.Page.GotoAsync(new Uri(host.Address, "/notebooks/headings#the-second-part").AbsoluteUri);

        await notebook.IsSelectedAsync(3);
        await Expect(notebook.Page)
            .ToHaveURLAsync(new Uri(host.Address, "/notebooks/headings#the-second-part").AbsoluteUri);
        await notebook.PressAsync("j");
        await Expect(notebook.Page).ToHaveURLAsync(new Uri(host.Address, "/notebooks/headings#cell-4").AbsoluteUri);
    }

    [Fact]
    public async Task The_tab_says_which_notebook_it_is_and_how_it_stands()
    {
        await using var notebook = await host.OpenAsync("tab", Parts);
        await Expect(notebook.Page).ToHaveTitleAsync("Parts · Async by Example");

        await notebook.ClickAsync("Run all");

        await Expect(notebook.Page).ToHaveTitleAsync("✕ Parts · Async by Example");
    }

    [Fact]
    public async Task Back_leads_to_the_cell_that_was_selected_and_a_search_to_the_cell_that_it_found()
    {
        await using var notebook = await host.OpenAsync("places", [.. Parts[..3], "csharp\n\nvar sought = 1;"]);
        await notebook.SelectAsync(4);
        await notebook.PressAsync("k");
        await Expect(notebook.Page)
            .ToHaveURLAsync(new Regex("/notebooks/places#cell-3$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await notebook.Page.GetByRole(AriaRole.Link, new() { Name = "Contents" }).ClickAsync();
        await notebook.Page.GetByLabel("Search all notebooks").FillAsync("var SOUGHT");
        await notebook.PressAsync("Enter");
        await notebook.Page.Locator(".hits").GetByRole(AriaRole.Link).First.ClickAsync();
        await notebook.IsSelectedAsync(4);
        await notebook.Page.GoBackAsync();
        await notebook.Page.GoBackAsync();
        await notebook.Page.GoBackAsync();

        await notebook.IsSelectedAsync(3);
    }
}
