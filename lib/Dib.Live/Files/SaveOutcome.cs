namespace Dib.Live.Files;

/// <summary>What saving came to; the sentence is for the reader.</summary>
internal abstract record SaveOutcome(string Sentence)
{
    internal sealed record Saved(string Sentence) : SaveOutcome(Sentence);

    /// <summary>The file is another one than was read: overwrite it, reload it, or save a copy.</summary>
    internal sealed record Conflict(string Sentence) : SaveOutcome(Sentence);

    /// <summary>Nothing was written; all edits are still here.</summary>
    internal sealed record Failed(string Sentence) : SaveOutcome(Sentence);
}
