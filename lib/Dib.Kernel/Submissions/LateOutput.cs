using System.Globalization;

namespace Dib.Kernel.Submissions;

/// <summary>The cells that printed when they were over: what they printed is kept from other cells, and told once.</summary>
internal static class LateOutput
{
    private static readonly Lock Gate = new();
    private static List<Submission> _untold = [];

    /// <summary>Remembers a cell that is over and prints.</summary>
    internal static void Add(Submission submission)
    {
        lock (Gate)
            _untold.Add(submission);
    }

    /// <summary>What has to be told by now, a line each.</summary>
    internal static IReadOnlyList<string> TakeNotices()
    {
        List<Submission> late;
        lock (Gate)
            (late, _untold) = (_untold, []);
        return [.. late.Select(Describe)];
    }

    private static string Describe(Submission late)
    {
        var lines = late.LateLines;
        var cell = late.Cell.Length > 0 ? late.Cell : "its cell";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{lines} {(lines == 1 ? "line was" : "lines were")} printed after {cell} had ended. To see {(lines == 1 ? "it" : "them")}, await what prints {(lines == 1 ? "it" : "them")}.\n"
        );
    }
}
