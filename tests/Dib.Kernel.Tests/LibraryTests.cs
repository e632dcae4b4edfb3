using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Formatting;

namespace Dib.Kernel.Tests;

public sealed class LibraryTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task A_formatter_that_a_library_registers_reaches_the_kernel_though_the_library_has_a_copy_of_the_registry_beside_it()
    {
        Compile(
            "Charts",
            """
            using Microsoft.DotNet.Interactive.Formatting;
            namespace Charts;
            public record Chart(string Title)
            {
                public static void Register() =>
                    Formatter.Register<Chart>(chart => $"<h1>{chart.Title}</h1>", "text/html");
            }
            """
        );
        File.Copy(
            typeof(Formatter).Assembly.Location,
            Path.Combine(kernel.Folder, "lib", "Microsoft.DotNet.Interactive.Formatting.dll")
        );

        (await kernel.RunAsync("#r \"lib/Charts.dll\"\nusing Charts;\nChart.Register();")).ShouldSucceed();

        (await kernel.RunAsync("new Chart(\"One\")")).Result().ShouldBe("<h1>One</h1>");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_library_needs_is_found_beside_it()
    {
        Compile("Inner", "namespace Inner; public class Depth { public int Meters => 7; }");
        Compile(
            "Outer",
            "namespace Outer; public class Sea { public Inner.Depth Depth => new(); public static int Meters => new Inner.Depth().Meters; }",
            "Inner"
        );

        (await kernel.RunAsync("#r \"lib/Outer.dll\"\nOuter.Sea.Meters")).Result().ShouldContain(">7<");
        (await kernel.RunAsync("new Outer.Sea().Depth.Meters")).Result().ShouldContain(">7<");
    }

    [Fact(Timeout = 60_000)]
    public async Task Cells_and_questions_know_a_library_long_after_the_cell_that_referred_to_it()
    {
        Compile("Ships", "namespace Ships; public class Anchor { public int Weight => 7; }");
        (await kernel.RunAsync("#r \"lib/Ships.dll\"")).ShouldSucceed();
        (await kernel.RunAsync("var anchor = new Ships.Anchor();")).ShouldSucceed();
        for (var i = 0; i < 5; i++)
            (await kernel.RunAsync("1 + 1")).ShouldSucceed();

        (await kernel.RunAsync("anchor.Weight + new Ships.Anchor().Weight")).Result().ShouldContain(">14<");
        (await kernel.AskAsync(new RequestCompletions("anchor.", new(0, 7))))
            .Of<CompletionsProduced>()
            .Single()
            .Completions.ShouldContain(item => item.DisplayText == "Weight");
        (await kernel.AskAsync(new RequestCompletions("display", new(0, 7))))
            .Of<CompletionsProduced>()
            .Single()
            .Completions.ShouldContain(item => item.DisplayText == "display");
        (await kernel.AskAsync(new RequestDiagnostics("new Ships.Anchor().Weight")))
            .Of<DiagnosticsProduced>()
            .ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_library_can_serve_http()
    {
        Compile(
            "Site",
            """
            using System.Linq;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Logging;
            namespace Site;
            public static class Page
            {
                public static async Task<string> ServeAndGetAsync()
                {
                    var builder = WebApplication.CreateSlimBuilder();
                    builder.Logging.ClearProviders();
                    await using var site = builder.Build();
                    site.Urls.Add("http://127.0.0.1:0");
                    site.MapGet("/", () => "served");
                    await site.StartAsync();
                    using var client = new HttpClient();
                    return await client.GetStringAsync(site.Urls.Single());
                }
            }
            """
        );

        (await kernel.RunAsync("#r \"lib/Site.dll\"\nawait Site.Page.ServeAndGetAsync()")).Result().ShouldBe("served");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_library_that_prints_or_throws_does_so_in_the_cell_that_called_it()
    {
        Compile(
            "Loud",
            """
            namespace Loud;
            public static class Speaker
            {
                public static void Say(string text)
                {
                    System.Console.WriteLine(text);
                    throw new System.InvalidOperationException("hoarse");
                }
            }
            """
        );

        var events = await kernel.RunAsync("#r \"lib/Loud.dll\"\n\nLoud.Speaker.Say(\"hello\");");

        events.Printed().ShouldBe("hello\n");
        events.Failure().Message.ShouldStartWith("System.InvalidOperationException: hoarse");
        events.Failure().LinePosition.ShouldBe(new Dib.Protocol.LinePosition(2, 0));
    }

    private void Compile(string name, string code, params string[] references)
    {
        var folder = Directory.CreateDirectory(Path.Combine(kernel.Folder, "lib")).FullName;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var paths = trusted.Concat(references.Select(reference => Path.Combine(folder, $"{reference}.dll")));
        var result = CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(code)],
                paths.Select(path => MetadataReference.CreateFromFile(path)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(Path.Combine(folder, $"{name}.dll"));
        result
            .Diagnostics.Where(diagnostic => diagnostic.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .ShouldBeEmpty();
    }
}
