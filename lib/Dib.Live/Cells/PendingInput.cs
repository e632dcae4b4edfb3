using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Live.Cells;

/// <summary>What a cell has asked and nobody has answered yet.</summary>
internal sealed class PendingInput(int number, InputRequested asked, IKernel kernel)
{
    // More than a reader reads.
    private const int LongestPrompt = 2000;

    internal InputRequest Request { get; } =
        new(
            number,
            asked.Prompt.Length > LongestPrompt ? asked.Prompt[..LongestPrompt] + "…" : asked.Prompt,
            asked.IsPassword
        );

    internal void Answer(string value) => Send(new InputProduced(value));

    /// <summary>Nobody is going to answer: whoever waits in the kernel must not wait for ever.</summary>
    internal void Refuse() => Send(Unattended.Refuse(asked));

    // Elsewhere, because the session's lock may be held, and a kernel may be slow to read.
    private void Send(KernelEvent answer) => _ = Task.Run(() => kernel.AnswerAsync(asked, answer));
}
