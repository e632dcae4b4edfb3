namespace Dib.Protocol;

/// <summary>A variable, with a short rendering of its value.</summary>
public sealed record KernelValueInfo(
    string Name,
    FormattedValue FormattedValue,
    IReadOnlyList<string> PreferredMimeTypes,
    string TypeName
);
