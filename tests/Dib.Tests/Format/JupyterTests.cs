using System.Text;
using System.Text.Json.Nodes;
using Dib.Format;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace Dib.Tests.Format;

public class JupyterTests
{
    private const string File = """
        {
         "cells": [
          { "cell_type": "raw", "metadata": {}, "source": "kept" },
          { "cell_type": "markdown", "id": "a", "metadata": { "tags": ["x"] }, "source": ["# One\n", "\n", "ü"], "attachments": { "p.png": {} } },
          { "cell_type": "code", "id": "b", "metadata": { "mine": 1.50 }, "execution_count": 7, "outputs": [{ "output_type": "stream", "name": "stdout", "text": ["1\n"] }], "source": "var x = 1;\r\nx" },
          { "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": [] },
          { "cell_type": "code", "metadata": { "polyglot_notebook": { "kernelName": "fsharp" } }, "execution_count": null, "outputs": [], "source": "let y = 1" },
          { "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "#!javascript\nalert(1)" }
         ],
         "metadata": { "kernelspec": { "language": "C#", "name": ".net-csharp" }, "polyglot_notebook": { "defaultKernelName": "csharp", "items": [{ "name": "csharp" }] }, "unknown": [null] },
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    private static IpynbDocument Document => IpynbDocument.Parse(Encoding.UTF8.GetBytes(File), "x.ipynb");

    [Fact]
    public void Cells_have_the_text_and_the_kernel_that_VS_Code_sees()
    {
        Document
            .Cells.Select(cell => (cell.KernelName, cell.Text))
            .ShouldBe([
                ("markdown", "# One\n\nü"),
                ("csharp", "var x = 1;\nx"),
                ("fsharp", "let y = 1"),
                ("javascript", "alert(1)"),
            ]);
        Judged(Document).ShouldBe(Document.Cells.Select(cell => (cell.KernelName, cell.Text)));
    }

    [Fact]
    public void Cells_as_they_are_leave_the_file_as_it_is_to_the_byte() =>
        Document.WithCells(Edits(Document)).Bytes.ToArray().ShouldBe(Encoding.UTF8.GetBytes(File));

    [Fact]
    public void An_edit_changes_its_cell_and_nothing_else()
    {
        var edits = Edits(Document);
        edits[1] = edits[1] with { Text = "x + 1" };

        var (before, after) = (Json(Document), Json(Document.WithCells(edits)));

        after["cells"]![2]!["source"]!.ToJsonString().ShouldBe("[\"x \\u002B 1\"]");
        after["cells"]![2]!["outputs"]!.AsArray().ShouldBeEmpty();
        after["cells"]![2]!["metadata"]!["mine"]!.ToJsonString().ShouldBe("1.50");
        after["cells"]!.AsArray().RemoveAt(2);
        before["cells"]!.AsArray().RemoveAt(2);
        JsonNode.DeepEquals(before, after).ShouldBeTrue(after.ToJsonString());
    }

    [Fact]
    public void Cells_that_are_new_moved_or_gone_leave_the_others_outputs_and_metadata_alone()
    {
        var edits = Edits(Document);

        var edited = Document.WithCells([edits[2], new DibCellEdit("csharp", "new\n"), edits[1], edits[0]]);

        edited.Cells.Select(cell => cell.Text).ShouldBe(["let y = 1", "new", "var x = 1;\nx", "# One\n\nü"]);
        var cells = Json(edited)["cells"]!.AsArray();
        cells
            .Select(cell => (string?)cell!["cell_type"])
            .ShouldBe(
                ["raw", "code", "code", "code", "code", "markdown"],
                "the raw cell and the empty one are still there"
            );
        ((string?)cells[2]!["id"]).ShouldNotBeNullOrEmpty();
        ((int)cells[3]!["execution_count"]!).ShouldBe(7);
        cells[5]!["attachments"].ShouldNotBeNull();
        Judged(edited)
            .Where(cell => cell.Item2.Length > 0)
            .ShouldBe(edited.Cells.Select(cell => (cell.KernelName, cell.Text)));
    }

    [Theory]
    [InlineData("", "x.ipynb, line 1: here the file is no JSON any more")]
    [InlineData("{\n\"cells\": [}", "x.ipynb, line 2: here the file is no JSON any more")]
    [InlineData("[]", "x.ipynb, line 1: a notebook is a JSON object; this is something else")]
    [InlineData(
        "{\"worksheets\": []}",
        "x.ipynb, line 1: it has no cells, as notebooks of Jupyter have since version 4; open and save it in Jupyter"
    )]
    [InlineData("{\"cells\": [1]}", "x.ipynb, line 1: the JSON is not that of a notebook")]
    [InlineData("{\"cells\": [], \"cells\": []}", "x.ipynb, line 1: the JSON is not that of a notebook")]
    [InlineData("{\"cells\": [{\"cell_type\": 1}]}", "x.ipynb, line 1: the JSON is not that of a notebook")]
    public void What_is_no_notebook_is_told_in_one_sentence(string text, string sentence) =>
        Should
            .Throw<DibFormatException>(() => IpynbDocument.Parse(Encoding.UTF8.GetBytes(text), "x.ipynb"))
            .Message.ShouldBe(sentence);

    private static DibCellEdit[] Edits(IpynbDocument document) =>
        [.. document.Cells.Select((cell, i) => new DibCellEdit(cell.KernelName, cell.Text, i))];

    private static JsonNode Json(INotebookDocument document) => JsonNode.Parse(document.Bytes.Span)!;

    private static (string, string)[] Judged(INotebookDocument document)
    {
        using var stream = new MemoryStream(document.Bytes.ToArray());
        var read = Notebook.Read(stream, [new("csharp", "C#", ["c#", "cs"]), new("javascript", "JavaScript", ["js"])]);
        return
        [
            .. read
                .Elements.Select(cell => (cell.KernelName!, cell.Contents.ReplaceLineEndings("\n").Trim('\n')))
                // It takes raw text for code, and leaves the line that names a kernel.
                .Select(cell => (cell.Item1, cell.Item2 == "kept" ? "" : cell.Item2.Replace("#!javascript\n", "")))
                .Where(cell => cell.Item2.Length > 0),
        ];
    }
}
