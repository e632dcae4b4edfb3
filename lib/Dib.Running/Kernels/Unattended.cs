using System.Runtime.CompilerServices;
using Dib.Protocol;

namespace Dib.Running.Kernels;

/// <summary>Runs cells where nobody can answer what they ask their reader.</summary>
internal static class Unattended
{
    private const int LongestPrompt = 80;

    private const string Beginning = "this cell asks its reader for ";

    // How the engine begins the report of what it throws in a cell that is not answered.
    private const string Thrown = "System.Exception: ";

    /// <summary>As <see cref="IKernel.SendAsync"/>, but what a cell asks its reader is refused at once, with a sentence.</summary>
    /// <exception cref="KernelException">The kernel ended before the command did.</exception>
    internal static async IAsyncEnumerable<KernelEvent> SendUnattendedAsync(
        this IKernel kernel,
        KernelCommand command,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var refused = false;
        await foreach (var message in kernel.SendAsync(command, cancellation))
        {
            if (message is InputRequested asked)
            {
                refused = true;
                await kernel.AnswerAsync(asked, Refuse(asked));
            }
            else
                yield return refused && message is CommandFailed failed ? WithoutType(failed) : message;
        }
    }

    /// <summary>The answer of nobody.</summary>
    internal static CommandFailed Refuse(InputRequested asked) =>
        new(
            $"{Beginning}{(asked.IsPassword ? "a password" : "input")}{Quote(asked.Prompt)}, and nobody can answer here: "
                + "open the notebook on the page, or set the value in the cell"
        );

    private static string Quote(string prompt)
    {
        var line = string.Join(' ', prompt.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? ""
            : line.Length <= LongestPrompt ? $" ({line})"
            : $" ({line[..LongestPrompt].TrimEnd()}…)";
    }

    // The sentence is ours, and stands for itself; the exception is only how the cell came to hear of it.
    private static CommandFailed WithoutType(CommandFailed failed) =>
        failed.Message.StartsWith(Thrown + Beginning, StringComparison.Ordinal)
            ? failed with
            {
                Message = failed.Message[Thrown.Length..],
            }
            : failed;
}
