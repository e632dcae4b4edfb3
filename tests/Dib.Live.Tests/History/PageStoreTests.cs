using System.Text.Json;
using Dib.Live.History;
using Dib.Running.Execution;

namespace Dib.Live.Tests.History;

public sealed class PageStoreTests : IDisposable
{
    private static readonly string Long = $"<script>{new string('x', 100_000)}ä</script>";

    private readonly NotebookPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_page_comes_back_as_it_was()
    {
        KeptPage[] pages =
        [
            PageWith(),
            PageWith("", "ä \"'[]{}\0\n", Long, $"a{Long}", Long),
            PageWith(Long) with
            {
                Totals = new RunTotals(17, null, "min"),
                Failure = Long,
                Cells = [new("csharp", Long, CellState.Failed, TimeSpan.FromMinutes(1), new("boom", 2, Long), [])],
            },
        ];

        pages.Select(page => TextOf(Store.Read(Store.Keep(page)))).ShouldBe(pages.Select(TextOf));
    }

    [Fact]
    public void A_long_text_that_two_pages_share_is_kept_once()
    {
        var first = Store.Keep(PageWith("first", Long, Long));
        var second = Store.Keep(PageWith("second", Long));

        first.Union(second).Count().ShouldBe(3);
        Files.Count().ShouldBe(3);
        Files.Sum(file => file.Length).ShouldBeLessThan(2000);
    }

    [Fact]
    public void What_only_a_forgotten_page_had_is_gone()
    {
        var first = Store.Keep(PageWith("first", Long));
        var second = Store.Keep(PageWith("second", Long));

        Store.KeepOnly(second);

        Store.Read(first).ShouldBeNull();
        TextOf(Store.Read(second)).ShouldBe(TextOf(PageWith("second", Long)));
        Store.KeepOnly([]);
        Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_page_with_a_part_that_is_broken_or_missing_is_none()
    {
        var page = Store.Keep(PageWith("page", Long));
        page.Length.ShouldBe(2);

        foreach (var part in page)
        {
            var file = Files.Single(file => file.Name.StartsWith(part, StringComparison.Ordinal)).FullName;
            var whole = File.ReadAllBytes(file);
            File.WriteAllText(file, "broken");
            Store.Read(page).ShouldBeNull();
            File.Delete(file);
            Store.Read(page).ShouldBeNull();
            File.WriteAllBytes(file, whole);
        }

        Store.Read(page).ShouldNotBeNull();
    }

    [Fact]
    public void A_path_is_not_the_name_of_a_part()
    {
        var page = Store.Keep(PageWith("page"));
        File.Copy(Files.Single().FullName, _place.PathOf("notebooks/secret.br"));

        Store.Read(["../../secret"]).ShouldBeNull();
        Store.Read([$"../x.pages/{page[0]}"]).ShouldBeNull();
    }

    private PageStore Store => new(_place.PathOf("notebooks/x.dib"));

    private IEnumerable<FileInfo> Files =>
        new DirectoryInfo(_place.PathOf("notebooks/.outputs/x.pages")).EnumerateFiles();

    private static KeptPage PageWith(params IEnumerable<string> outputs) =>
        new(
            "x",
            TimeSpan.FromSeconds(2),
            RunTotals.None,
            null,
            [
                new("markdown", "# prose", CellState.Ok, TimeSpan.Zero, null, []),
                new(
                    "csharp",
                    "code",
                    CellState.Ok,
                    TimeSpan.FromSeconds(2),
                    null,
                    [.. outputs.Select(text => new CellOutput(OutputKind.Display, "text/html", text))]
                ),
            ]
        );

    // A record compares its collections by identity.
    private static string TextOf(KeptPage? page) => JsonSerializer.Serialize(page);
}
