using Dib.Live.History;

namespace Dib.Live.Tests.History;

public sealed class PageStoreTests : IDisposable
{
    private static readonly string Long = $"<script>{new string('x', 100_000)}</script>";

    private readonly NotebookPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_page_comes_back_as_it_was()
    {
        string[] pages = ["", "a", Long, $"ä<script>1</script>{Long}b{Long}", "<script>", $"{Long}<script>unended"];

        pages.Select(page => Store.Read(Store.Keep(page))).ShouldBe(pages);
    }

    [Fact]
    public void A_long_script_that_two_pages_share_is_kept_once()
    {
        var first = Store.Keep($"first{Long}");
        var second = Store.Keep($"second{Long}");

        first.Union(second).Count().ShouldBe(4);
        Files.Count().ShouldBe(4);
        Files.Sum(file => file.Length).ShouldBeLessThan(1000);
    }

    [Fact]
    public void What_only_a_forgotten_page_had_is_gone()
    {
        var first = Store.Keep($"first{Long}");
        var second = Store.Keep($"second{Long}");

        Store.KeepOnly(second);

        Store.Read(first).ShouldBeNull();
        Store.Read(second).ShouldBe($"second{Long}");
        Store.KeepOnly([]);
        Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_page_with_a_part_that_is_broken_is_none()
    {
        var page = Store.Keep("page");
        File.WriteAllText(Files.Single().FullName, "broken");

        Store.Read(page).ShouldBeNull();
    }

    [Fact]
    public void A_path_is_not_the_name_of_a_part()
    {
        var page = Store.Keep("page");
        File.Copy(Files.Single().FullName, _place.PathOf("notebooks/secret.br"));

        Store.Read(["../../secret"]).ShouldBeNull();
        Store.Read([$"../x.pages/{page[0]}"]).ShouldBeNull();
    }

    private PageStore Store => new(_place.PathOf("notebooks/x.dib"));

    private IEnumerable<FileInfo> Files =>
        new DirectoryInfo(_place.PathOf("notebooks/.outputs/x.pages")).EnumerateFiles();
}
