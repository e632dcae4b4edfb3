using AsyncByExample.EventLoops;

namespace AsyncByExample.Deferreds;

/// <summary>The chain of <see cref="Defer.DeferLater{T}(Reactor, TimeSpan, Func{T})"/>, and the call itself.</summary>
internal sealed class LaterChain<T> : CallbackChain
{
    private static readonly TimerCallback WhenDue = static chain => ((LaterChain<T>)chain!).BeDue();
    private static readonly Func<CallbackChain, object?> Calling = static chain => ((LaterChain<T>)chain).Call();
    private static readonly ContextCallback FiringInContext = static chain => ((LaterChain<T>)chain!).FireWith(Calling);
    private static readonly Action<LaterChain<T>> Firing = static chain => chain.Fire();

    // What fires it, and what it goes on with in the library, runs on behalf of the task that asked for it.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Reactor _reactor;
    private readonly LoopTimer _timer;
    private Delegate? _function;

    public LaterChain(Reactor reactor, TimeSpan delay, Delegate function)
    {
        (_reactor, _function) = (reactor, function);
        _timer = reactor.StartTimer(delay, WhenDue, this);
    }

    private protected override void CancelUnfired()
    {
        _timer.Dispose();
        FailAsCancelled();
    }

    private void BeDue() => _reactor.Call(Firing, this);

    private void Fire()
    {
        if (_context is null)
            FireWith(Calling);
        else
            ExecutionContext.Run(_context, FiringInContext, this);
    }

    private object? Call()
    {
        var function = _function;
        _function = null;
        try
        {
            return function switch
            {
                Func<T> call => call(),
                Func<Deferred<T>> call => call(),
                _ => CallAction((Action)function!),
            };
        }
#pragma warning disable CA1031 // As with any callback.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Failure(exception);
        }
    }

    private static object? CallAction(Action action)
    {
        action();
        return null;
    }
}
