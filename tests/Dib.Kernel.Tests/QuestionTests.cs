namespace Dib.Kernel.Tests;

public sealed class QuestionTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task Questions_are_answered_while_a_cell_runs()
    {
        (await kernel.RunAsync("var known = 1;")).ShouldSucceed();
        var cell = await kernel.SendAsync(
            new SubmitCode(
                "Console.WriteLine(\"busy\");\nwhile (!System.IO.File.Exists(\"done\")) System.Threading.Thread.Yield();"
            )
        );
        await kernel.PrintsAsync("busy");

        var values = await kernel.AskAsync(new RequestValueInfos());
        var completions = await kernel.AskAsync(new RequestCompletions("kno", new(0, 3)));
        var hover = await kernel.AskAsync(new RequestHoverText("known", new(0, 2)));
        kernel.Write("done", "");

        values.Of<ValueInfosProduced>().Single().ValueInfos.ShouldContain(info => info.Name == "known");
        completions.Of<CompletionsProduced>().Single().Completions.ShouldContain(item => item.DisplayText == "known");
        hover.Of<HoverTextProduced>().Single().Content.Single().Value.ShouldContain("known");
        (await kernel.EndOfAsync(cell)).ShouldSucceed();
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_are_listed_once_and_as_the_last_cell_left_them()
    {
        await kernel.RunAsync("var twice = 1;");
        await kernel.RunAsync("var twice = \"two\";");

        var infos = (await kernel.AskAsync(new RequestValueInfos())).Of<ValueInfosProduced>().Single().ValueInfos;
        var value = (await kernel.AskAsync(new RequestValue("twice"))).Of<ValueProduced>().Single();

        var info = infos.Where(each => each.Name == "twice").ShouldHaveSingleItem();
        info.TypeName.ShouldBe("System.String");
        info.FormattedValue.ShouldBe(new FormattedValue("text/plain+summary", "two"));
        value.FormattedValue.ShouldBe(new FormattedValue("application/json", "\"two\""));
    }

    [Fact(Timeout = 60_000)]
    public async Task Completions_know_the_usings_of_earlier_cells()
    {
        await kernel.RunAsync("using System.Net;");

        var events = await kernel.AskAsync(new RequestCompletions("HttpSta", new(0, 7)));

        var item = events
            .Of<CompletionsProduced>()
            .Single()
            .Completions.Single(each => each.DisplayText == "HttpStatusCode");
        item.Kind.ShouldBe("Enum");
    }

    [Fact(Timeout = 60_000)]
    public async Task Signature_help_points_at_the_parameter_and_overload_being_typed()
    {
        const string code = "\"abc\".Substring(1, ";

        var help = (await kernel.AskAsync(new RequestSignatureHelp(code, new(0, code.Length))))
            .Of<SignatureHelpProduced>()
            .Single();

        help.ActiveParameterIndex.ShouldBe(1);
        help.Signatures[help.ActiveSignatureIndex]
            .Label.ShouldBe("string string.Substring(int startIndex, int length)");
    }

    [Fact(Timeout = 60_000)]
    public async Task Constructors_have_signatures_too()
    {
        const string code = "new Uri(";

        var help = (await kernel.AskAsync(new RequestSignatureHelp(code, new(0, code.Length))))
            .Of<SignatureHelpProduced>()
            .Single();

        help.Signatures.ShouldContain(each => each.Label == "Uri.Uri(string uriString)");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("", 0, 0)]
    [InlineData("  ", 0, 1)]
    [InlineData("var x = 1;", 7, 99)]
    [InlineData("// nothing", 0, 4)]
    public async Task A_place_where_nothing_stands_has_an_empty_answer(string code, int line, int character)
    {
        (await kernel.AskAsync(new RequestHoverText(code, new(line, character)))).ShouldSucceed();
        (await kernel.AskAsync(new RequestSignatureHelp(code, new(line, character)))).ShouldSucceed();
        (await kernel.AskAsync(new RequestCompletions(code, new(line, character)))).ShouldSucceed();
    }

    [Fact(Timeout = 60_000)]
    public async Task Diagnostics_of_a_cell_with_magic_commands_are_told_in_lines_of_the_cell()
    {
        var events = await kernel.AskAsync(
            new RequestDiagnostics("#!import x.dib\nint n = \"\";\n#!markdown\nnot code")
        );

        var diagnostic = events.Of<DiagnosticsProduced>().Single().Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("CS0029");
        diagnostic.LinePositionSpan.Start.ShouldBe(new LinePosition(1, 8));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_said_before_the_engine_is_there_is_what_the_engine_says()
    {
        var ready = kernel.Ready!.Event.ShouldBeOfType<KernelReady>().KernelInfos;
        var told = (await kernel.AskAsync(new RequestKernelInfo()))
            .Of<KernelInfoProduced>()
            .ToDictionary(each => each.KernelInfo.LocalName, each => each.KernelInfo, StringComparer.Ordinal);

        foreach (var info in ready)
        {
            var engine = told[info.LocalName];
            engine.Aliases.ShouldBe(info.Aliases);
            (engine.Uri, engine.DisplayName, engine.LanguageName, engine.LanguageVersion, engine.Description).ShouldBe(
                (info.Uri, info.DisplayName, info.LanguageName, info.LanguageVersion, info.Description)
            );
            // The engine obeys Cancel and Quit without listing them.
            info.SupportedKernelCommands.Select(command => command.Name)
                .Except(["Cancel", "Quit", .. engine.SupportedKernelCommands.Select(command => command.Name)])
                .ShouldBeEmpty();
        }
        ready.Count.ShouldBe(told.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Every_kernel_describes_itself()
    {
        var events = await kernel.AskAsync(new RequestKernelInfo());

        events
            .Of<KernelInfoProduced>()
            .Select(each => each.KernelInfo.LocalName)
            .ShouldBe([".NET", "csharp", "html", "javascript", "markdown", "value"]);
    }
}
