namespace Dib.Protocol;

/// <summary>A value that a cell displayed.</summary>
public sealed record DisplayedValueProduced(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId = null)
    : DisplayEvent(FormattedValues, ValueId);
