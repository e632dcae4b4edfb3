namespace Dib.Protocol;

/// <summary>An error to show where the cell's output is shown.</summary>
public sealed record ErrorProduced(
    string Message,
    IReadOnlyList<FormattedValue> FormattedValues,
    string? ValueId = null
) : DisplayEvent(FormattedValues, ValueId);
