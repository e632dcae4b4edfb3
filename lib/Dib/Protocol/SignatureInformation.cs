namespace Dib.Protocol;

/// <summary>One overload of a call.</summary>
public sealed record SignatureInformation(
    string Label,
    FormattedValue Documentation,
    IReadOnlyList<ParameterInformation> Parameters
);
