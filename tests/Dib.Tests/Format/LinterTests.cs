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

    [Theory]
    [InlineData("sql")]
    [InlineData("kql")]
    [InlineData("sql-adventureworks")]
    [InlineData("Python3.12")]
    public void A_separator_whose_kernel_the_header_does_not_list_is_found(string kernel) =>
        DibLinter
            .Check(DibDocument.Parse(InEditorForm(("csharp", $"x\n\n#!{kernel}\n\nselect 1"))))
            .ShouldBe([
                new DibFinding(
                    9,
                    $"\"#!{kernel}\" looks like the start of a cell, but the header lists no kernel {kernel}: it stays in the csharp cell.",
                    $"Add {{\"name\":\"{kernel}\"}} to the items of #!meta, or delete the line."
                ),
            ]);

    [Fact]
    public void Each_separator_that_has_become_part_of_a_cell_is_found() =>
        Findings(InEditorForm(("markdown", "# A\n#!sql\n1"), ("html", "#!sql \n2"))).Count().ShouldBe(2);

    [Fact]
    public void A_separator_whose_kernel_the_header_lists_is_no_finding() =>
        Findings(
                InEditorForm(("csharp", "x\n\n#!sql\n\nselect 1"))
                    .Replace(
                        "{\"name\":\"value\"}",
                        "{\"name\":\"value\"},{\"name\":\"sql\"}",
                        StringComparison.Ordinal
                    )
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_line_that_almost_names_a_kernel_of_the_header_is_found() =>
        Findings("#!meta\n{\"kernelInfo\":{\"items\":[{\"name\":\"sql\"}]}}\n#!csharp\n#!SQL\n")
            .ShouldContain("4: \"#!SQL\" looks like the start of a sql cell but stays in the csharp cell.");

    [Fact]
    public void A_kernel_that_editors_know_needs_no_header_to_start_its_cell() =>
        Findings("#!csharp\nx\n#!javascript\ny\n#!mermaid\nz\n").ShouldBe(["1: The file has no #!meta header."]);

    [Theory]
    [InlineData("#!time")]
    [InlineData("#!who")]
    [InlineData("#!lsmagic")]
    [InlineData("#!nuget-restore")]
    [InlineData("#!import setup.dib")]
    [InlineData("#!connect mssql --kernel-name sql")]
    [InlineData("#!sql --name x")]
    [InlineData("#!/usr/bin/env dotnet")]
    [InlineData("#!")]
    [InlineData("// #!sql")]
    public void A_magic_command_is_no_finding(string line) =>
        Findings(InEditorForm(("csharp", $"{line}\nx"))).ShouldBeEmpty();

    [Theory]
    [InlineData("```\n#!sql\n```")]
    [InlineData("    #!sql")]
    public void A_separator_that_markdown_shows_is_no_finding(string text) =>
        Findings(InEditorForm(("markdown", text))).ShouldBeEmpty();

    [Fact]
    public void A_separator_after_a_header_in_the_midst_of_a_text_is_found_on_its_line() =>
        Findings("a\n#!meta\n{}\n#!sql\nb\n").ShouldContain(finding => finding.StartsWith("4: \"#!sql\""));

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
