using Dib.Live.Files;
using Dib.Running.Kernels;

namespace Dib.Live.Tests;

public sealed class CatalogTests : IAsyncDisposable
{
    private readonly NotebookPlace _place = new();
    private readonly ManualTime _time = new();
    private readonly NotebookCatalog _catalog;

    public CatalogTests() => _catalog = new NotebookCatalog(_place.PathOf("notebooks"), StartAsync, _time);

    public async ValueTask DisposeAsync()
    {
        await _catalog.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public void Notebooks_are_listed_with_their_title_and_their_first_sentence_and_setup_is_not()
    {
        _place
            .Add("02-two", ("markdown", "# Two\n\nThe second. It is `v1.2` of the first."), ("csharp", "1"))
            .Add("01-one", ("csharp", "1"))
            .Add("03-broken", "#!meta\n{oops\n#!csharp\n1")
            .Add("setup", ("csharp", "1"));

        var list = _catalog.List();

        list.Select(entry => (entry.Name, entry.Title, entry.Summary))
            .ShouldBe([("01-one", "01-one", ""), ("02-two", "Two", "The second."), ("03-broken", "03-broken", "")]);
        list[2]
            .Problem.ShouldBe(
                "03-broken.dib, line 2: after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one."
            );
    }

    [Fact]
    public void A_search_finds_the_cells_of_all_notebooks_as_they_are_now()
    {
        _place.Add("01-one", ("markdown", "# One\n\nWho *waits*?"), ("csharp", "a\n  await Task.Yield();"));
        _place.Add("02-two", ("csharp", "b"));
        var open = _catalog.Open("02-two");
        open.Editor.SetText(open.View.Cells[0].Id, "AWAIT c");

        _catalog
            .Search(" await ")
            .ShouldBe([
                new SearchHit("01-one", "One", 2, "await Task.Yield();"),
                new SearchHit("02-two", "02-two", 1, "AWAIT c"),
            ]);
        _catalog.Search(" ").ShouldBeEmpty();
    }

    [Fact]
    public void A_notebook_is_listed_with_the_question_that_it_asks()
    {
        _place.Add("01-one", ("markdown", "# One\n\nIt has **bold** words."), ("markdown", "So: **how many?** Guess."));

        _catalog.List().Single().Question.ShouldBe("how many?");
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_notebooks() => _catalog.List().ShouldBeEmpty();

    [Fact]
    public void All_pages_of_a_notebook_share_one_session()
    {
        _place.Add("x", ("csharp", "1"));

        _catalog.Open("x").ShouldBeSameAs(_catalog.Open("x"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("notebooks/x")]
    [InlineData("x.dib")]
    [InlineData("/etc/passwd")]
    [InlineData("*")]
    [InlineData("")]
    public void Only_names_open_notebooks_and_never_paths(string name)
    {
        _place.Add("x", ("csharp", "1"));
        File.Copy(_place.PathOf("notebooks/x.dib"), _place.PathOf("x.dib"));

        Should
            .Throw<NotebookException>(() => _catalog.Open(name))
            .Message.ShouldBe("There is no notebook of that name in the notebooks folder.");
    }

    [Fact]
    public void A_link_to_another_place_is_not_opened()
    {
        _place.Add("x", ("csharp", "1"));
        File.WriteAllText(_place.PathOf("secret.dib"), "#!csharp\n1");
        File.CreateSymbolicLink(_place.PathOf("notebooks/link.dib"), _place.PathOf("secret.dib"));

        Should
            .Throw<NotebookException>(() => _catalog.Open("link"))
            .Message.ShouldBe(
                "link.dib is a link to another place; only files of the notebooks folder itself are opened."
            );
    }

    [Fact]
    public async Task Of_thirty_open_notebooks_those_used_last_have_a_kernel()
    {
        for (var i = 0; i < 30; i++)
            _place.Add($"n{i}", ("csharp", "1"));

        foreach (var i in Enumerable.Range(0, 30))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            var session = _catalog.Open($"n{i}");
            session.Runner.RunAll();
            await UntilAsync(session, view => view.Cells[0].Status == CellStatus.Done);
        }

        Enumerable.Range(0, 30).Count(i => _catalog.Open($"n{i}").Kernel.IsThere).ShouldBe(NotebookCatalog.MostKernels);
        _catalog.Open("n29").Kernel.IsThere.ShouldBeTrue();
        _catalog.Open("n0").Kernel.IsThere.ShouldBeFalse();
        _catalog
            .Open("n0")
            .View.Notice!.Sentence.ShouldBe(
                "The kernel was ended because 8 others are open and this one had rested longest. The variables of the 1 cell run so far are lost; the knobs and all other text are kept. The next run starts a new kernel."
            );
        _catalog.List().ShouldAllBe(entry => entry.State == NotebookState.Ran || entry.State == NotebookState.NotRun);
    }

    [Fact]
    public async Task A_kernel_that_runs_cells_is_never_ended_for_another()
    {
        for (var i = 0; i <= NotebookCatalog.MostKernels; i++)
            _place.Add($"n{i}", ("csharp", i < NotebookCatalog.MostKernels ? "loop" : "1"));
        for (var i = 0; i < NotebookCatalog.MostKernels; i++)
        {
            _catalog.Open($"n{i}").Runner.RunAll();
            await UntilAsync(_catalog.Open($"n{i}"), view => view.Cells[0].Status == CellStatus.Running);
        }

        var last = _catalog.Open($"n{NotebookCatalog.MostKernels}");
        last.Runner.RunAll();
        var view = await UntilAsync(last, view => view.Cells[0].Status == CellStatus.Failed);

        view.Cells[0]
            .Failure!.Message.ShouldBe(
                "there are 8 kernels, and all of them run cells; stop one of them, then run this cell again"
            );
    }

    private static async Task<NotebookView> UntilAsync(NotebookSession session, Func<NotebookView, bool> condition) =>
        await OpenNotebook.UntilAsync(session, condition);

    private static Task<IKernel> StartAsync(string folder, CancellationToken cancellation) =>
        Task.FromResult<IKernel>(new ScriptedKernel { Endless = "loop" });
}
