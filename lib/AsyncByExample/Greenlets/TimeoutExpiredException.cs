namespace AsyncByExample.Greenlets;

/// <summary>A <see cref="Greenlets.Timeout"/>, or the timeout of a call, is over: what gevent raises as <c>Timeout</c>.</summary>
#pragma warning disable CA1032 // Only the library makes it.
public sealed class TimeoutExpiredException : TimeoutException
#pragma warning restore CA1032
{
    internal TimeoutExpiredException(Timeout timeout, TimeSpan limit)
        : base(FormattableString.Invariant($"{limit.TotalSeconds} s are over")) => Timeout = timeout;

    internal TimeoutExpiredException(string call, TimeSpan? limit)
        : base(FormattableString.Invariant($"{call} had no result within {limit?.TotalSeconds ?? 0} s")) { }

    /// <summary>Whose time is over; null where it was that of a single call.</summary>
    public Timeout? Timeout { get; }
}
