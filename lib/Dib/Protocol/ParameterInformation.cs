namespace Dib.Protocol;

/// <summary>One parameter of an overload.</summary>
public sealed record ParameterInformation(string Label, FormattedValue Documentation);
