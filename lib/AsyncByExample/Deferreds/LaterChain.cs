using AsyncByExample.EventLoops;

namespace AsyncByExample.Deferreds;

/// <summary>The chain of <see cref="Defer.DeferLater{T}(Reactor, TimeSpan, Func{T})"/>, and the call itself.</summary>
internal sealed class LaterChain<T> : CallbackChain
{
    private static readonly TimerCallback WhenDue = static chain => ((LaterChain<T>)chain!).BeDue();
    private static readonly Func<CallbackChain, object?> Calling = static chain => ((LaterChain<T>)chain).Call();
    private static readonly Action<LaterChain<T>> Firing = static chain => chain.FireWith(Calling);
    private static readonly ContextCallback InContext = static chain => ((LaterChain<T>)chain!).CallInContext();

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Reactor _reactor;
    private readonly LoopTimer _timer;

    // What to call; then what came of it.
    private object? _state;

    public LaterChain(Reactor reactor, TimeSpan delay, Delegate function)
    {
        (_reactor, _state) = (reactor, function);
        _timer = reactor.StartTimer(delay, WhenDue, this);
    }

    private protected override void CancelUnfired()
    {
        _timer.Dispose();
        FailAsCancelled();
    }

    private void BeDue() => _reactor.Call(Firing, this);

    private object? Call()
    {
        if (_context is null)
            CallInContext();
        else
            ExecutionContext.Run(_context, InContext, this);
        var result = _state;
        _state = null;
        return result;
    }

    private void CallInContext()
    {
        try
        {
            _state = _state switch
            {
                Func<T> function => function(),
                Func<Deferred<T>> function => function(),
                var action => CallAction((Action)action!),
            };
        }
#pragma warning disable CA1031 // As with any callback.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _state = new Failure(exception);
        }
    }

    private static object? CallAction(Action action)
    {
        action();
        return null;
    }
}
