namespace AsyncByExample.Greenlets;

/// <summary>
/// Limits the time of a block: <c>using (new Timeout(TimeSpan.FromSeconds(1))) { ... }</c>. When it is over, the wait in
/// which the block's greenlet is throws <see cref="TimeoutExpiredException"/>, as under <c>with gevent.Timeout(1)</c>.
/// </summary>
/// <remarks>
/// It ends waits, not work: who never lets go gets nothing. Leaving the block takes it back. Where they are nested, the
/// one that is over first comes first, and passes through the blocks inside. For the silent kind see <see cref="Run"/>.
/// </remarks>
public sealed class Timeout : IDisposable
{
    private readonly TimeSpan? _limit;
    private readonly Exception _exception;
    private IDisposable? _timer;

    /// <summary>Starts one for the calling greenlet, or for the main program.</summary>
    /// <param name="limit">Article time; null never comes, and less than zero is zero, as in gevent.</param>
    /// <param name="exception">What is thrown instead.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is -1 ms.</exception>
    public Timeout(TimeSpan? limit, Exception? exception = null)
    {
        Limit.Check(limit, "Timeout");
        _limit = limit;
        _exception = exception ?? new TimeoutExpiredException(this, limit ?? TimeSpan.Zero);
        Start();
    }

    /// <summary>Whether it counts.</summary>
    public bool Pending => _timer is not null;

    /// <summary>Starts it anew, after it was cancelled or has come.</summary>
    /// <exception cref="InvalidOperationException">It is pending.</exception>
    public void Start()
    {
        if (Pending)
            throw new InvalidOperationException("this Timeout counts already: cancel it before you call Start again");
        if (_limit is not { } limit)
            return;
        var (hub, greenlet) = (Greenlet.Current?.Hub ?? Hub.Current, Greenlet.Current);
        _timer = hub.Loop.CallLater(limit, () => Throw(hub, greenlet));
    }

    /// <summary>Takes it back.</summary>
    public void Cancel()
    {
        _timer?.Dispose();
        _timer = null;
    }

    /// <inheritdoc cref="Cancel"/>
    public void Dispose() => Cancel();

    /// <summary>
    /// Runs an action for so long at most, and goes on behind it when the time is over: gevent's silent timeout.
    /// </summary>
    /// <returns>False when the time is over. Another timeout's exception comes out unchanged.</returns>
    public static bool Run(TimeSpan limit, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Run(
            limit,
            () =>
            {
                action();
                return true;
            },
            late: false
        );
    }

    /// <summary>Returns what a function returns, or <paramref name="late"/> when the time is over: <c>with_timeout</c>.</summary>
    public static T Run<T>(TimeSpan limit, Func<T> function, T late)
    {
        ArgumentNullException.ThrowIfNull(function);
        using var timeout = new Timeout(limit);
        try
        {
            return function();
        }
        catch (TimeoutExpiredException exception) when (exception.Timeout == timeout)
        {
            return late;
        }
    }

    private void Throw(Hub hub, Greenlet? greenlet)
    {
        _timer = null;
        if (hub.WaitOf(greenlet) is not { IsOver: false } waiter)
            return;
        waiter.Error = _exception;
        hub.SwitchTo(waiter);
    }
}
