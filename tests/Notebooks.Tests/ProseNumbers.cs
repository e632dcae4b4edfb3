using System.Text.RegularExpressions;

namespace Notebooks.Tests;

/// <summary>The numbers in a lesson's prose. What depends on a run is printed by a cell, not written down.</summary>
internal static partial class ProseNumbers
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The numbers that may stand there, each with the words around it and the reason.</summary>
    public static IReadOnlyList<(string Lesson, string Words, string Reason)> Listed { get; } =
    [
        ("00a-why-asynchronous", "a query of four", "the cell below says so"),
        ("00a-why-asynchronous", "a hundred queries of 50 ms: 5 s", "an answer, for the knobs it names"),
        ("00b-the-real-world", "the same day three times", "the cells below"),
        ("00b-the-real-world", "the first of the three days", "the cells below"),
        ("00b-the-real-world", "Give all three jobs", "the jobs that the notebook has"),
        ("00b-the-real-world", "Let a look take three minutes", "something to try"),
        ("09-conclusion", "All eight examples", "those of the article"),
        ("09-conclusion", "say 4 with", "a notebook"),
        ("09-conclusion", "or run 3 with", "a notebook"),
        ("09-conclusion", "takes 10 s", "an answer, for the queue it names"),
        ("09-conclusion", "takes 15", "an answer, for the queue it names"),
        ("10-modern-csharp", "You will see four", "the sections below"),
        ("10-modern-csharp", "## Three", "the sections below"),
        ("10-modern-csharp", "for thousands", "any large number"),
        ("10-modern-csharp", "to 3, then to 6", "something to try"),
        (
            "10-modern-csharp",
            "With three, and the sites as they are, 1.1 s against 1.0: the last page is asked for after 0.5 s, and needs 0.6. With six nobody waits for anybody, and both are 0.8",
            "an answer, for the knobs and sites it names"
        ),
        ("10b-when-things-go-wrong", "and three", "the confusions under Break it"),
        ("10b-when-things-go-wrong", "to 6", "something to try"),
        (
            "10b-when-things-go-wrong",
            "7.1 s: shutterfly is asked for after 0.5 s, and given up after three tries of 2 s with pauses of 0.2 and 0.4",
            "an answer, for the knobs it names"
        ),
        ("11-scale", "do a hundred thousand?", "a question"),
        ("11-scale", "a number above 1", "no system takes less than the one second"),
        ("11-scale", "Two tasks first, then ten, then a hundred", "what the cell below does"),
        ("11-scale", "every label is ten", "the chart's axes"),
        ("11-scale", "to 1,000,000", "something to try"),
        ("11-scale", "Ask for 10,000,000", "something to try"),
        ("02-cooperative", "There are three tasks now", "the cell below makes them"),
        ("02-cooperative", "they take 15, 10 and 5 in the first pass. Task Three", "an answer, for the queue it names"),
        ("02-cooperative", "and takes the 2", "an answer, for the queue it names"),
        ("02-cooperative", "two items of five steps for each", "an answer, for the queue it names"),
        ("03-cooperative-blocking", "waits five seconds", "the cell below says so"),
        ("03-cooperative-blocking", "a thousand tasks", "any large number"),
        ("04-greenlets", "a loop of twenty lines", "counted by a test"),
        ("04-greenlets", "These three lines", "the cell below"),
        ("04-greenlets", "Three ways to write one thing", "the picture above"),
        ("04-greenlets", "Spawn three greenlets", "something to try"),
        ("04-greenlets", "take a 5, and then one of them does the 10 alone: 15 s", "an answer, for the queue it names"),
        ("04-greenlets", "With the 10 taken first, 10 s would do", "an answer, for the queue it names"),
        ("05-http-blocking", "After 10 seconds the client gives up", "HttpClient.Limit of the library"),
        ("06-http-greenlets", "three ways to lose something", "the cells under Break it"),
        ("06-http-greenlets", "exit code 0", "what a program that throws nothing ends with"),
        ("06-http-greenlets", "answer 404", "HTTP's number for it"),
        ("06-http-greenlets", "returns a 404", "HTTP's number for it"),
        ("06-http-greenlets", "After 10 seconds the client gives up", "HttpClient.Limit of the library"),
        ("07-http-inline-callbacks", "exit code 0", "what a program that throws nothing ends with"),
        ("08-http-callbacks", "exit code 0", "what a program that throws nothing ends with"),
    ];

    /// <summary>The numbers of a lesson's prose that are not listed, each with the words before it.</summary>
    public static IReadOnlyList<string> NotListed(string lesson)
    {
        var prose = ProseOf(lesson);
        foreach (var (_, words, _) in Listed.Where(listed => listed.Lesson == lesson))
            prose = prose.Replace(words, "", StringComparison.Ordinal);
        return [.. Number().Matches(prose).Select(match => match.Value.Trim())];
    }

    /// <summary>A lesson's markdown without code, links, headings, list numbers and the names of notebooks.</summary>
    public static string ProseOf(string lesson)
    {
        var cells = Repository.CellsOf(lesson).Where(cell => cell.KernelName == "markdown");
        return NoProse().Replace(string.Join("\n\n", cells.Select(cell => cell.Text)), " ");
    }

    [GeneratedRegex(
        """
            ```.*?```                                          # code
            | `[^`]*`
            | \]\([^)]*\)                                      # where a link leads
            | ^\[?previous[^\n]* | ^\#\ [^\n]*                   # the way through the lessons, titles
            | ^\d+\.\                                          # the numbers of a list
            | \b[Nn]otebooks?\ \d+\w?((,\ \d+)*\ (to|and)\ \d+)? | \b[Ee]xamples?\ \d+
            """,
        Options | RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex NoProse();

    // "One" and "two" are tasks' names and how many of them there are.
    [GeneratedRegex(
        @"[^\n]{0,40}\b(\d+([.,]\d+)*|(three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|million)s?\b)",
        Options | RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();
}
