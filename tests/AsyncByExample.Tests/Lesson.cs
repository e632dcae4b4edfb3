using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AsyncByExample.Clocks;
using AsyncByExample.Notebook;
using AsyncByExample.Sites;
using Dib.Format;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace AsyncByExample.Tests;

/// <summary>An example of a notebook: the notebook's own cells, compiled as they stand, up to the one that records it.</summary>
internal sealed class Lesson
{
    private static readonly ConcurrentDictionary<(string, string), Lesson> Opened = [];

    private static readonly ScriptOptions Options = ScriptOptions
        .Default.WithEmitDebugInformation(true)
        .WithFileEncoding(System.Text.Encoding.UTF8)
        .WithReferences(typeof(Library).Assembly)
        .WithImports(
            "System",
            "System.Linq",
            "System.Collections",
            "System.Collections.Generic",
            "System.Threading.Tasks"
        );

    private const RegexOptions Lines =
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private readonly ScriptState<object> _state;
    private readonly Func<Run> _record;

    private Lesson(string notebook, string variable)
    {
        var cells = Cells(notebook).TakeWhile(code => !Recordings(code).Contains(variable)).ToList();
        var last = Cells(notebook)[cells.Count];
        var recording = Regex.Match(last, $@"^var {variable} = (?<call>Recorder\.Record\([^;]+\));", Lines);
        var opened = cells.SelectMany(code => Regex.Matches(code, "^var (?<client>(web|client|http) = [^;]+;)", Lines));
        _state = Run([
            .. Cells("setup").Where(code => code.StartsWith("using ", StringComparison.Ordinal)).Select(Usings),
            .. cells.Where(code => !code.Contains("#!import") && !code.Contains("runs.")),
            last.Replace(recording.Value, "", StringComparison.Ordinal),
            $"Func<Run> again = () => {{ {string.Concat(opened.Select(Client))} return {recording.Groups["call"]}; }};",
        ]);
        _record = (Func<Run>)_state.GetVariable("again").Value;
    }

    public static Lesson Synchronous => Of("01-synchronous");
    public static Lesson Cooperative => Of("02-cooperative");
    public static Lesson BlockingSleep => Of("03-cooperative-blocking");
    public static Lesson Greenlets => Of("04-greenlets");
    public static Lesson AsyncAwait => Of("04-greenlets", "asyncRun");
    public static Lesson OwnLoop => Of("04-greenlets", "loopRun");
    public static Lesson BlockingHttp => Of("05-http-blocking");
    public static Lesson GreenletsHttp => Of("06-http-greenlets");
    public static Lesson AsyncAwaitHttp => Of("06-http-greenlets", "asyncRun");
    public static Lesson InlineCallbacks => Of("07-http-inline-callbacks");
    public static Lesson Callbacks => Of("08-http-callbacks");

    public static Lesson Of(string notebook, string variable = "run") =>
        Opened.GetOrAdd((notebook, variable), static key => new Lesson(key.Item1, key.Item2));

    /// <summary>Runs it once more, with this queue in the knob called work.</summary>
    public Run Record(int[] work, Clock? clock = null) => Record(clock, ("work", work));

    /// <summary>Runs it once more, with these sites, each asked once.</summary>
    public Run Record(Sites.Sites sites, Clock? clock = null) =>
        Record(clock, ("sites", sites), ("work", sites.Urls.ToArray()));

    private Run Record(Clock? clock, params (string Knob, object Value)[] knobs)
    {
        foreach (var (knob, value) in knobs.Append(("clock", clock ?? Clock.Virtual())))
            _state.GetVariable(knob).Value = value;
        return _record();
    }

    private static ScriptState<object> Run(IEnumerable<string> cells)
    {
        var folder = Environment.CurrentDirectory;
        Environment.CurrentDirectory = NotebooksFolder();
        try
        {
#pragma warning disable VSTHRD002 // A script runs on the calling thread.
            var state = CSharpScript.RunAsync("", Options).GetAwaiter().GetResult();
            foreach (var (index, code) in cells.Index())
                state = state
                    .ContinueWithAsync(InVirtualTime(code), Options.WithFilePath($"cell {index + 1}"))
                    .GetAwaiter()
                    .GetResult();
            return state;
#pragma warning restore VSTHRD002
        }
        finally
        {
            Environment.CurrentDirectory = folder;
        }
    }

    private static IReadOnlyList<string> Cells(string notebook) =>
        [
            .. DibDocument
                .Parse(File.ReadAllBytes(Path.Combine(NotebooksFolder(), $"{notebook}.dib")), notebook)
                .Cells.Where(cell => cell.KernelName == "csharp")
                .Select(cell => cell.Text.ReplaceLineEndings("\n")),
        ];

    private static string Usings(string code) =>
        string.Join('\n', code.Split('\n').Where(line => line.StartsWith("using ", StringComparison.Ordinal)));

    // While the cells are run for the first time, nobody wants to wait.
    private static string InVirtualTime(string code) =>
        Regex.Replace(code, @"Clock\.Real\([^)]*\)", "Clock.Virtual()", Lines);

    private static IEnumerable<string> Recordings(string code) =>
        Regex
            .Matches(code, @"^var (?<name>\w+) = Recorder\.Record\(", Lines)
            .Select(match => match.Groups["name"].Value);

    private static string Client(Match match) => match.Groups["client"].Value;

    private static string NotebooksFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../notebooks");
}
