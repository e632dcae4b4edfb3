using Dib.Running.Notebooks;
using Microsoft.CodeAnalysis.CSharp;

namespace Dib.Host.Exports.Programs;

/// <summary>The parts of a program, in the order in which the language wants them.</summary>
internal static class ProgramText
{
    // A folder's own properties are for its projects: a cell is no worse here than it is in its notebook. Compiled
    // ahead of time, which is what a file is by default, programs cannot read JSON by reflection.
    private static readonly string[] Properties =
    [
        "#:property ImplicitUsings=disable",
        "#:property NoWarn=NU1603",
        "#:property PublishAot=false",
        "#:property RunAnalyzers=false",
        "#:property TreatWarningsAsErrors=false",
        "#:property WarningLevel=0",
    ];

    private const string Kernel = """
        /// <summary>What the kernel does for a notebook. What is shown goes to the error stream, apart from what is printed.</summary>
        static class Kernel
        {
            public static void Start(string folder)
            {
                if (AppContext.GetData("EntryPointFileDirectoryPath") is string here)
                    Environment.CurrentDirectory = System.IO.Path.Combine(here, folder);
                System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
                System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
            }

            public static void Show<T>(Func<T> value) => display(value());

            public static void Show(Action call) => call();

            public static void display(object value, string mimeType = "") =>
                Console.Error.WriteLine(value is IEnumerable items and not string ? string.Join(", ", items.Cast<object>()) : value);

            public static string HTML(string text) => text;

            public static Task<string> GetInputAsync(string prompt = "")
            {
                Console.Error.Write(prompt + " ");
                return Task.FromResult(Console.ReadLine() ?? "");
            }
        }
        """;

    internal static string Of(
        Notebook notebook,
        IReadOnlyList<string> references,
        IReadOnlyList<string> usings,
        IEnumerable<string> body,
        IEnumerable<string> types,
        string folder
    )
    {
        string[] opening =
        [
            $"// {notebook.Name}{Path.GetExtension(notebook.Path)} as a program: dotnet run {notebook.Name}.cs",
            .. references,
            .. Properties,
        ];
        string[] names =
        [
            .. ScriptSyntax.DefaultUsings.Select(name => $"using {name};"),
            "using static Kernel;",
            .. usings.Except(ScriptSyntax.DefaultUsings.Select(name => $"using {name};"), StringComparer.Ordinal),
        ];
        string[] start =
        [
            "// Paths are relative to the notebook's folder.",
            $"Start({SymbolDisplay.FormatLiteral(folder.Replace('\\', '/'), quote: true)});",
        ];
        var parts = new[] { opening, names, start }
            .Select(lines => string.Join('\n', lines))
            .Concat(body)
            .Concat(types)
            .Append(Kernel)
            .Where(part => part.Length > 0);
        return string.Join("\n\n", parts) + "\n";
    }
}
