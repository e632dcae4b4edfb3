namespace Dib.Live.Sessions;

/// <summary>A sentence for all who look at the notebook.</summary>
/// <param name="Number">Counts up, so that the same sentence said again is another notice.</param>
/// <param name="IsProblem">Whether something was lost or did not work.</param>
/// <param name="HoldsUntilRun">Whether it is about the kernel and what it has run: the next cell that runs makes it old.</param>
internal sealed record Notice(int Number, string Sentence, bool IsProblem, bool HoldsUntilRun);
