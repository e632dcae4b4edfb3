using System.Text.RegularExpressions;
using Dib.Format;

namespace Notebooks.Tests;

/// <summary>The numbers in a lesson's prose. What depends on a run is printed by a cell, not written down.</summary>
internal static partial class ProseNumbers
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The numbers that may stand there, each with the words around it and the reason.</summary>
    public static IReadOnlyList<(string Lesson, string Words, string Reason)> Listed { get; } =
    [
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
        var path = Path.Combine(Repository.NotebooksFolder, $"{lesson}.dib");
        var cells = DibDocument.Parse(File.ReadAllBytes(path)).Cells.Where(cell => cell.KernelName == "markdown");
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
