using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace AsyncByExample.Recording;

/// <summary>Finds the line of the reader's code that the calling code works for.</summary>
internal static class CallSite
{
    private static readonly Assembly[] NotTheReaders =
    [
        typeof(CallSite).Assembly,
        typeof(object).Assembly,
        typeof(Console).Assembly,
    ];

    // A loop prints from the same place again and again, and looking up a line takes longer than finding the place.
    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), SourceLine?> Known = [];

    /// <summary>The innermost line on the stack that is neither the library's nor .NET's; null where nobody knows lines.</summary>
    public static SourceLine? Current()
    {
        var stack = new StackTrace(skipFrames: 1, fNeedFileInfo: false);
        for (var i = 0; i < stack.FrameCount; i++)
            if (stack.GetFrame(i) is { } frame && frame.GetMethod() is { } method && IsReaders(method))
            {
                var place = (method, frame.GetILOffset());
                if (!Known.TryGetValue(place, out var line))
                    Known[place] = line = LineOf(new StackTrace(skipFrames: 1, fNeedFileInfo: true).GetFrame(i));
                return line;
            }
        return null;
    }

    private static bool IsReaders(MethodBase method) => Array.IndexOf(NotTheReaders, method.Module.Assembly) < 0;

    private static SourceLine? LineOf(StackFrame? frame) =>
        frame?.GetFileLineNumber() is > 0 and var line
            ? new SourceLine(NameOf(frame.GetMethod()), frame.GetFileName() ?? "", line)
            : null;

    // The compiler puts a state machine's, a lambda's or a local function's code into a method of its own, and the
    // name of the method that the reader wrote between angle brackets.
    private static string NameOf(MethodBase? method)
    {
        var name = method?.Name is "MoveNext" ? method.DeclaringType!.Name : method?.Name ?? "";
        var (start, end) = (name.IndexOf('<', StringComparison.Ordinal), name.IndexOf('>', StringComparison.Ordinal));
        return start >= 0 && end > start ? name[(start + 1)..end].TrimStart('<') : name;
    }
}
