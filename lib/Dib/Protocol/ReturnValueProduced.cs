namespace Dib.Protocol;

/// <summary>The value of a cell's trailing expression.</summary>
public sealed record ReturnValueProduced(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId = null)
    : DisplayEvent(FormattedValues, ValueId);
