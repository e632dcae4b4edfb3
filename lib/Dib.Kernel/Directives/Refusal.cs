using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;

namespace Dib.Kernel.Directives;

/// <summary>
/// Names the first line of a cell that this kernel cannot obey, before anything of the cell runs: what the cell is
/// about would be half done otherwise.
/// </summary>
internal static partial class Refusal
{
    private const string What = "this kernel runs C#, HTML, JavaScript and Markdown";
    private const string UseAnEditor = "Open the notebook in an editor that has it, or leave the cell out.";

    // The kernels and magic commands that editors have and the engine's packages do not.
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "fsharp",
        "f#",
        "F#",
        "fs",
        "pwsh",
        "powershell",
        "http",
        "mermaid",
        "sql",
        "kql",
        "connect",
    };

    /// <summary>Why a cell is refused, in one sentence that starts with its line; null when it is not.</summary>
    internal static string? Of(string code, string? kernel, CompositeKernel root)
    {
        if (kernel is not null && !IsKernel(root, kernel))
            return $"(1,1): error: '{kernel}' cells are not supported: {What}. {UseAnEditor}";
        foreach (var (number, line) in code.Split('\n').Index())
        {
            if (!line.StartsWith("#!", StringComparison.Ordinal))
                continue;
            var name = line.TrimEnd().Split(' ', '\t')[0];
            if (Elsewhere.Contains(name[2..]) && !IsKernel(root, name[2..]))
                return $"({number + 1},1): error: '{name}' is not supported: {What}. {UseAnEditor}";
            if (Source(line) is { } source && !IsKernel(root, source))
                return $"({number + 1},1): error: '{name}' cannot take a value from '{source}': {What}. {UseAnEditor}";
        }
        return null;
    }

    // The kernel that a value is to come from, as in --from value or @value:name.
    private static string? Source(string line) =>
        ValueSource().Match(line) is { Success: true } source ? source.Groups["kernel"].Value : null;

    [GeneratedRegex(
        @"\s(--from\s+|@(?!input|password))(?<kernel>[\w.#-]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ValueSource();

    private static bool IsKernel(CompositeKernel root, string nameOrAlias) =>
        root.ChildKernels.Any(kernel =>
            kernel.Name == nameOrAlias || kernel.KernelInfo.Aliases.Contains(nameOrAlias, StringComparer.Ordinal)
        );
}
