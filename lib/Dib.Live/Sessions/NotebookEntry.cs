using Dib.Live.Files;

namespace Dib.Live.Sessions;

/// <summary>A notebook in the table of contents.</summary>
/// <param name="Name">What it is opened by, such as <c>04-greenlets</c>.</param>
internal sealed record NotebookEntry(string Name, string Title, string Summary, NotebookState State)
{
    /// <summary>The article seconds of its last run, from this session or an earlier one.</summary>
    internal string? LastTotal { get; init; }

    internal bool HasEdits { get; init; }

    /// <summary>Why it cannot be opened, in a sentence.</summary>
    internal string? Problem { get; init; }
}
