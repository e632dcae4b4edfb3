using Dib.Running;
using Dib.Running.Kernels;

namespace Dib.Host.Commands;

/// <summary>How a command ends that cannot be done as asked: in one sentence, and with its exit code.</summary>
internal static class Refusals
{
    /// <summary>Does it, and gives the exit code.</summary>
    internal static async Task<int> TellAsync(TextWriter error, string interrupted, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is UsageException or KernelException)
        {
            await error.WriteLineAsync(Capitalized(e.Message));
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(interrupted);
            return ExitCode.Interrupted;
        }
    }

    private static string Capitalized(string sentence) =>
        sentence.StartsWith("the ", StringComparison.Ordinal) ? $"T{sentence[1..]}." : sentence;
}
