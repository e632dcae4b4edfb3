using Dib.Format;

namespace Dib.Tests.Format;

public class LinterTests
{
    private static string InEditorForm(params (string, string)[] cells) => DibWriter.Write(cells);

    [Fact]
    public void A_notebook_as_VS_Code_writes_it_has_no_findings() =>
        DibLinter.Check(DibDocument.Parse(InEditorForm(("markdown", "# A"), ("csharp", "1 + 1")))).ShouldBeEmpty();

    [Fact]
    public void A_separator_inside_a_code_fence_is_found() =>
        Findings(InEditorForm(("markdown", "```\n#!csharp\n\nvar x = 1;\n```")))
            .ShouldContain(finding =>
                finding == "8: #!csharp stands in the code fence opened on line 7 and ends the markdown cell there."
            );

    [Fact]
    public void A_closed_fence_is_no_finding() =>
        Findings(InEditorForm(("markdown", "~~~~\n```\n~~~~"), ("csharp", "x"))).ShouldBeEmpty();

    [Fact]
    public void An_empty_cell_is_found() =>
        Findings(InEditorForm(("csharp", "x")) + "\n#!html\n")
            .ShouldContain(finding => finding == "9: The html cell is empty.");

    [Theory]
    [InlineData("#!CSharp")]
    [InlineData("#!csharp ")]
    [InlineData("  #!csharp")]
    public void A_line_that_almost_starts_a_cell_is_found(string line) =>
        Findings(InEditorForm(("csharp", $"x\n{line}\ny")))
            .ShouldBe([$"8: \"{line}\" looks like the start of a csharp cell but stays in the csharp cell."]);

    [Fact]
    public void An_indented_separator_in_markdown_is_how_one_is_shown() =>
        Findings(InEditorForm(("markdown", "    #!csharp"))).ShouldBeEmpty();

    [Fact]
    public void Text_after_the_headers_JSON_is_found() =>
        Findings("#!meta\n{}\nhello\n#!csharp\nx")
            .ShouldBe([
                "3: after #!meta comes one JSON object and nothing else up to the next #! line; this does not parse as one",
            ]);

    [Fact]
    public void A_missing_header_is_found() => Findings("#!csharp\nx").ShouldBe(["1: The file has no #!meta header."]);

    [Fact]
    public void A_header_that_an_editor_would_extend_is_found() =>
        Findings(
                """
                #!meta

                {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"},{"name":"html"}]}}

                #!csharp

                x

                """
            )
            .ShouldBe(["1: The header does not list fsharp, http, javascript, mermaid, pwsh, value."]);

    [Fact]
    public void A_file_in_another_form_than_an_editor_writes_is_found() =>
        Findings(InEditorForm(("csharp", "x")).Replace("#!csharp\n\n", "#!csharp\n", StringComparison.Ordinal))
            .ShouldBe(["6: From this line on the file is not in the form that VS Code writes."]);

    [Fact]
    public void A_byte_order_mark_is_found() =>
        Findings("\uFEFF" + InEditorForm(("csharp", "x")))
            .ShouldBe(["1: From this line on the file is not in the form that VS Code writes."]);

    [Fact]
    public void Every_finding_says_what_to_do() =>
        DibLinter
            .Check(DibDocument.Parse("#!html\n#!md\n```\n#!csharp\n#!Html\n"))
            .ShouldAllBe(finding => finding.WhatToDo.EndsWith('.'));

    private static IEnumerable<string> Findings(string file) =>
        DibLinter.Check(System.Text.Encoding.UTF8.GetBytes(file)).Select(finding => $"{finding.Line}: {finding.What}");
}
