namespace Dib.Protocol;

/// <summary>Text that a cell wrote to standard output.</summary>
public sealed record StandardOutputValueProduced(IReadOnlyList<FormattedValue> FormattedValues, string? ValueId = null)
    : DisplayEvent(FormattedValues, ValueId);
