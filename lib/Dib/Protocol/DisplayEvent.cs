namespace Dib.Protocol;

/// <summary>A value to show, in one or more formats.</summary>
public abstract record DisplayEvent(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId) : KernelEvent;
