using Dib.Live.Files;

namespace Dib.Live.Sessions;

/// <summary>A notebook in the table of contents.</summary>
/// <param name="Name">What it is opened by, such as <c>04-greenlets</c>.</param>
internal sealed record NotebookEntry(string Name, string Title, string Summary, NotebookState State)
{
    /// <summary>What it asks its reader; null when it asks nothing.</summary>
    internal string? Question { get; init; }

    /// <summary>How many of its cells have run in this session, and how many can; null when none has.</summary>
    internal (int Ran, int Of)? Cells { get; init; }

    /// <summary>The total of its last run in its own unit, from this session or an earlier one.</summary>
    internal string? LastTotal { get; init; }

    internal bool HasEdits { get; init; }

    /// <summary>Why it cannot be opened, in a sentence.</summary>
    internal string? Problem { get; init; }
}
