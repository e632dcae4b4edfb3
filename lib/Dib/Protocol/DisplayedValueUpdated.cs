namespace Dib.Protocol;

/// <summary>A new look of the displayed value with the same id.</summary>
public sealed record DisplayedValueUpdated(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId = null)
    : DisplayEvent(FormattedValues, ValueId);
