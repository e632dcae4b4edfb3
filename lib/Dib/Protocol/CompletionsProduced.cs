namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestCompletions"/>.</summary>
public sealed record CompletionsProduced(
    IReadOnlyList<CompletionItem> Completions,
    LinePositionSpan? LinePositionSpan = null
) : KernelEvent;
