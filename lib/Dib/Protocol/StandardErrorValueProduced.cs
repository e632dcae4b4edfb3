namespace Dib.Protocol;

/// <summary>Text that a cell wrote to standard error.</summary>
public sealed record StandardErrorValueProduced(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId = null)
    : DisplayEvent(FormattedValues, ValueId);
