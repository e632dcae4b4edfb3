namespace Dib.Live.Knobs;

/// <summary>What setting a field came to: the cell's new text, or a sentence that says what the field takes.</summary>
internal sealed record KnobEdit(string? Text, string? Problem)
{
    internal bool IsOk => Problem is null;
}
