namespace Dib.Live.Knobs;

/// <summary>One field of the form above the charts.</summary>
/// <param name="Key">The field's name within its form: the variable's, such as <c>work</c>, or <c>sites.google</c>.</param>
/// <param name="Value">What the field shows, without C#'s punctuation.</param>
/// <param name="Hint">What the comment at the end of the knob's line says.</param>
internal sealed record KnobField(string Key, KnobKind Kind, string Value, string Hint)
{
    /// <summary>The value of a <see cref="KnobKind.Speed"/> that jumps instead of waiting.</summary>
    internal const string Virtual = "virtual";

    /// <summary>The slider's ends.</summary>
    internal const int Slowest = 1;
    internal const int Fastest = 100;

    /// <summary>Whether an empty field is a value too.</summary>
    internal bool MayBeEmpty { get; init; }
}
