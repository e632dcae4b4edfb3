using Dib.Protocol;

namespace Dib.Running.Kernels;

/// <summary>A running cell asks its reader for a value and waits for <see cref="IKernel.AnswerAsync"/>; an event of the host's own.</summary>
/// <param name="Command">What the kernel sent, to be sent back with the answer.</param>
internal sealed record InputRequested(CommandEnvelope Command) : KernelEvent
{
    /// <summary>What to ask, for people; may be empty.</summary>
    internal string Prompt => Input.Prompt ?? "";

    /// <summary>Whether what the reader types must not be shown.</summary>
    internal bool IsPassword => Input.IsPassword;

    private RequestInput Input => (RequestInput)Command.Command;
}
