using System.Text.Json.Nodes;
using Dib.Live.Files;

namespace Dib.Live.Tests;

public sealed class JupyterTests : IAsyncDisposable
{
    private const string Notebook = """
        {
         "cells": [
          { "cell_type": "markdown", "metadata": {}, "source": "# Theirs" },
          { "cell_type": "code", "metadata": {}, "execution_count": 7, "outputs": [{ "output_type": "stream", "name": "stdout", "text": "1" }], "source": "first" },
          { "cell_type": "code", "metadata": {}, "execution_count": 8, "outputs": [], "source": "second" }
         ],
         "metadata": { "kernelspec": { "language": "C#" } },
         "nbformat": 4,
         "nbformat_minor": 4
        }
        """;

    private readonly NotebookPlace _place = new NotebookPlace().Add("x", ("csharp", "1"));
    private readonly NotebookCatalog _catalog;

    public JupyterTests()
    {
        File.WriteAllText(Path, Notebook);
        _catalog = new NotebookCatalog(
            _place.PathOf("notebooks"),
            (_, _) => Task.FromResult<Dib.Running.Kernels.IKernel>(new ScriptedKernel()),
            new ManualTime()
        );
    }

    private string Path => _place.PathOf("notebooks/x.ipynb");

    [Fact]
    public void It_is_listed_under_its_whole_name_beside_a_dib_of_the_same() =>
        _catalog.List().Select(entry => (entry.Name, entry.Title)).ShouldBe([("x", "x"), ("x.ipynb", "Theirs")]);

    [Fact]
    public async Task Saving_keeps_what_others_wrote_of_cells_that_were_not_edited()
    {
        var session = _catalog.Open("x.ipynb");
        session.View.HasEdits.ShouldBeFalse();

        session.Editor.SetText(session.View.Cells[2].Id, "edited");
        (await session.Saver.SaveAsync()).ShouldBe(new SaveOutcome.Saved("Saved x.ipynb."));

        session.View.HasEdits.ShouldBeFalse();
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken))!["cells"]!;
        JsonNode.DeepEquals(cells[1], JsonNode.Parse(Notebook)!["cells"]![1]).ShouldBeTrue();
        cells[2]!["source"]!.ToJsonString().ShouldBe("[\"edited\"]");
    }

    public async ValueTask DisposeAsync()
    {
        await _catalog.DisposeAsync();
        _place.Dispose();
    }
}
