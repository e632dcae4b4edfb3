namespace Dib.Protocol;

/// <summary>Answers <see cref="RequestHoverText"/>; the span is what the text is about.</summary>
public sealed record HoverTextProduced(IReadOnlyList<FormattedValue> Content, LinePositionSpan? LinePositionSpan = null)
    : KernelEvent;
