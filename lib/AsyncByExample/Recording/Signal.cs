namespace AsyncByExample.Recording;

/// <summary>Something that called for a task's attention, and when it got it. Times are since the example's start.</summary>
/// <param name="Lane">The task, such as <c>Children</c>.</param>
/// <param name="Name">What it was, such as <c>call at 8</c>.</param>
/// <param name="At">When it called.</param>
/// <param name="Answered">When somebody came; null if nobody did.</param>
/// <param name="Within">How soon it wants to be answered; null if nothing is lost by waiting.</param>
public sealed record Signal(string Lane, string Name, TimeSpan At, TimeSpan? Answered, TimeSpan? Within)
{
    // A real clock wakes nobody at the very moment.
    private const double Tolerance = 1.01;

    /// <summary>How long it waited for its answer, at most to the example's end.</summary>
    /// <param name="end">The example's total.</param>
    public TimeSpan Late(TimeSpan end) =>
        (Answered ?? end) is var answered && answered > At ? answered - At : TimeSpan.Zero;

    /// <summary>Whether it was not answered, or later than it wants to be.</summary>
    /// <param name="end">The example's total.</param>
    public bool IsMissed(TimeSpan end) => Within is { } within && (Answered is null || Late(end) > within * Tolerance);
}
