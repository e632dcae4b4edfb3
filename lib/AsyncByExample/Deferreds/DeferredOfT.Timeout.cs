namespace AsyncByExample.Deferreds;

public partial class Deferred<T>
{
    /// <summary>
    /// Cancels it unless it has a result in time; then it fails with a <see cref="TimeoutException"/>. The time covers
    /// the callbacks that were added before, and none added later. Also where the canceller throws, which the reactor
    /// reports; in Twisted that leaves the Deferred to wait for ever.
    /// </summary>
    /// <param name="timeout">Article time, zero or more.</param>
    /// <param name="reactor">Whose clock counts.</param>
    /// <param name="onTimeout">What to return or throw instead, given the cancelled result and its error.</param>
    /// <exception cref="ArgumentException">The timeout is negative.</exception>
    public Deferred<T> AddTimeout(TimeSpan timeout, Reactor reactor, Func<T?, Exception?, T>? onTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(reactor);
        var timedOut = false;
        var call = reactor.CallLater(
            timeout,
            () =>
            {
                timedOut = true;
                Cancel();
            }
        );
        Chain.Add(new LibraryLink(result => timedOut ? TimedOut(result, timeout, onTimeout) : result));
        Chain.Add(new LibraryLink(TakeBack));
        return this;

        object? TakeBack(object? result)
        {
            if (call.IsActive)
                call.Cancel();
            return result;
        }
    }

    private static object? TimedOut(object? result, TimeSpan timeout, Func<T?, Exception?, T>? onTimeout)
    {
        var error = (result as Failure)?.Error;
        if (onTimeout is not null)
            return onTimeout(error is null ? Typed(result) : default, error);
        return error is OperationCanceledException
            ? new Failure(
                new TimeoutException(
                    FormattableString.Invariant($"there was no result within {timeout.TotalSeconds} s")
                )
            )
            : result;
    }
}
