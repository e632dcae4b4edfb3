namespace AsyncByExample.Deferreds;

/// <summary>
/// What a <see cref="Deferred{T}"/> is a typed view of: a result to come, and the links that it will pass through in
/// the order in which they were added.
/// </summary>
/// <remarks>Examples have millions of them at a time: each field counts.</remarks>
internal class CallbackChain
{
    // The links form a ring: the last one knows the first.
    private Link? _lastLink;

    // A value, a Failure, Nothing, or the chain that this one waits for.
    private object? _result;
    private LinkedListNode<CallbackChain>? _unhandled;
    private int _pauses;
    private bool _isRunning;
    private bool _swallowsNext;

    public bool IsFired { get; private set; }

    /// <summary>Whether there is a result: false also while the chain waits for a Deferred that a callback returned.</summary>
    public bool HasResult => IsFired && _result is not CallbackChain;

    /// <summary>Whether every link that was added has run.</summary>
    public bool IsIdle => HasResult && !_isRunning && _pauses == 0;

    /// <summary>The result or <see cref="Failure"/> as it is now; the chain waited for where it is still to come.</summary>
    public object? Result => _result;

    /// <summary>What the chain failed with; null if it did not.</summary>
    public Exception? Error => (_result as Failure)?.Error;

    public void Add(Link link)
    {
        Append(link);
        if (IsFired)
            Run();
    }

    public void Fire(object? result)
    {
        if (_swallowsNext)
            _swallowsNext = false;
        else if (IsFired)
            throw new InvalidOperationException(
                "a Deferred fires once, and this one has fired already: look at IsFired before Callback or Errback"
            );
        else
            FireNow(result);
    }

    public void Pause() => _pauses++;

    public void Unpause()
    {
        if (_pauses == 0)
            throw new InvalidOperationException("a Deferred that is not paused cannot be unpaused: call Pause first");
        if (--_pauses == 0 && IsFired)
            Run();
    }

    public void Cancel()
    {
        var chain = this;
        while (chain._result is CallbackChain inner)
            chain = inner;
        if (!chain.IsFired)
            chain.CancelUnfired();
    }

    /// <summary>The result as it is, for somebody who takes care of a failure himself.</summary>
    public object? TakeResult()
    {
        HandleError();
        return _result;
    }

    // Whoever was to fire it cannot be told, and will do it all the same.
    private protected virtual void CancelUnfired()
    {
        _swallowsNext = true;
        FailAsCancelled();
    }

    private protected void FailAsCancelled()
    {
        if (!IsFired)
            FireNow(new Failure(new OperationCanceledException("the Deferred was cancelled")));
    }

    /// <summary>Fires it with what a function makes of it, as if that were the first of its callbacks.</summary>
    private protected void FireWith(Func<CallbackChain, object?> first)
    {
        (IsFired, _isRunning) = (true, true);
        var result = first(this);
        _isRunning = false;
        GoOnWith(result);
        Run();
    }

    private void FireNow(object? result)
    {
        (IsFired, _result) = (true, result);
        Run();
    }

    // A chain that hands its result over is gone on with once the other one is through. They are kept on a stack of
    // our own: a hundred thousand Deferreds that wait for each other would be too much for the thread's.
    private void Run()
    {
        if (_isRunning || !HasResult)
            return;
        var current = this;
        Stack<CallbackChain>? below = null;
        while (true)
        {
            if (current.RunLinks() is { } next)
            {
                (below ??= []).Push(current);
                current = next;
            }
            else
            {
                current.Settle();
                if (below is null || !below.TryPop(out current!))
                    return;
            }
        }
    }

    private void Append(Link link)
    {
        link.Next = _lastLink?.Next ?? link;
        _lastLink?.Next = link;
        _lastLink = link;
    }

    private Link? TakeLink()
    {
        if (_lastLink?.Next is not { } first)
            return null;
        if (first == _lastLink)
            _lastLink = null;
        else
            _lastLink.Next = first.Next;
        first.Next = null;
        return first;
    }

    // Returns the chain that has been handed the result, if one has. A pause counts from where it is made: Twisted's
    // first runs the callbacks that were there when the Deferred fired.
    private CallbackChain? RunLinks()
    {
        while (_pauses == 0 && HasResult && TakeLink() is { } link)
        {
            if (link is HandOver { Waiting: var waiting })
            {
                waiting.TakeOver(this);
                return waiting;
            }
            _isRunning = true;
            var result = link.Run(_result);
            _isRunning = false;
            GoOnWith(result);
        }
        return null;
    }

    private void GoOnWith(object? result)
    {
        if (result is Deferred { Chain: var inner })
            Follow(inner);
        else
            _result = result;
    }

    // One that is in the middle of its callbacks gives what it has just now, as in Twisted.
    private void Follow(CallbackChain inner)
    {
        if (inner == this)
            _result = new Failure(
                new InvalidOperationException(
                    "a callback returned the Deferred that it was added to, which would wait for itself: return its result"
                )
            );
        else if (inner.HasResult && inner._pauses == 0)
            TakeOver(inner);
        else
        {
            _result = inner;
            inner.Append(new HandOver(this));
        }
    }

    private void TakeOver(CallbackChain inner)
    {
        _result = inner.TakeResult();
        inner._result = Nothing.Left;
    }

    private void Settle()
    {
        if (_result is not Failure)
            HandleError();
        else
            _unhandled ??= UnhandledErrors.Current?.Add(this);
    }

    private void HandleError()
    {
        _unhandled?.List?.Remove(_unhandled);
        _unhandled = null;
    }
}
