namespace AsyncByExample.Deferreds;

/// <summary>
/// What a <see cref="Deferred{T}"/> is a typed view of: a result to come, and the links that it will pass through in
/// the order in which they were added.
/// </summary>
internal sealed class CallbackChain
{
    // Most chains have few links at a time, each of which knows the next: no list is needed.
    private Link? _firstLink;
    private Link? _lastLink;
    private Outcome _outcome;
    private CallbackChain? _waitsFor;
    private bool _isRunning;
    private bool _swallowsNext;
    private LinkedListNode<CallbackChain>? _unhandled;

    /// <summary>What to do about a cancellation before the chain gives itself a failure; null if there is nothing.</summary>
    public Action? Canceller { private get; set; }

    /// <summary>What a cancellation is passed on to: the chain leaves it to that to fire or not.</summary>
    public Action? PassesCancelTo { private get; set; }

    public bool IsFired { get; private set; }

    /// <summary>Whether there is a result: false also while the chain waits for a Deferred that a callback returned.</summary>
    public bool HasResult => IsFired && _waitsFor is null;

    /// <summary>Whether every link that was added has run.</summary>
    public bool IsIdle => HasResult && !_isRunning;

    public void Add(Link link)
    {
        Append(link);
        if (IsFired)
            Run();
    }

    public void Fire(Outcome outcome)
    {
        if (_swallowsNext)
            _swallowsNext = false;
        else if (IsFired)
            throw new InvalidOperationException("a Deferred fires once, and this one has fired already");
        else
        {
            (IsFired, _outcome) = (true, outcome);
            Run();
        }
    }

    public void Cancel()
    {
        var chain = this;
        while (chain._waitsFor is { } inner)
            chain = inner;
        if (!chain.IsFired)
            chain.CancelItself();
    }

    /// <summary>The result as it is, for somebody who takes care of a failure himself.</summary>
    public Outcome TakeOutcome()
    {
        HandleError();
        return _outcome;
    }

    private void CancelItself()
    {
        if (PassesCancelTo is not null)
        {
            PassesCancelTo();
            return;
        }
        // Whoever was to fire it cannot be told, and will do it all the same.
        if (Canceller is null)
            _swallowsNext = true;
        else
            Canceller();
        if (!IsFired)
            FireCancelled();
    }

    private void FireCancelled()
    {
        (IsFired, _outcome) = (true, Outcome.Failed(new OperationCanceledException("the Deferred was cancelled")));
        Run();
    }

    // A chain that hands its result over is gone on with once the other one is through. They are kept on a stack of
    // our own: a hundred thousand Deferreds that wait for each other would be too much for the thread's.
    private void Run()
    {
        if (_isRunning || _waitsFor is not null)
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
        if (_firstLink is null)
            _firstLink = link;
        else
            _lastLink!.Next = link;
        _lastLink = link;
    }

    private Link? TakeLink()
    {
        var link = _firstLink;
        _firstLink = link?.Next;
        return link;
    }

    // Returns the chain that has been handed the result, if one has.
    private CallbackChain? RunLinks()
    {
        while (_waitsFor is null && TakeLink() is { } link)
        {
            if (link.HandsOverTo is { } waiting)
            {
                waiting.TakeOver(this);
                return waiting;
            }
            _isRunning = true;
            _outcome = link.Run(_outcome);
            _isRunning = false;
            if (_outcome.Value is Deferred { Chain: var inner })
                Follow(inner);
        }
        return null;
    }

    private void Follow(CallbackChain inner)
    {
        if (inner == this)
            _outcome = Outcome.Failed(
                new InvalidOperationException(
                    "a callback returned the Deferred that it was added to, which would wait for itself"
                )
            );
        else if (inner.IsIdle)
            TakeOver(inner);
        else
        {
            _waitsFor = inner;
            inner.Append(Link.HandOver(this));
        }
    }

    private void TakeOver(CallbackChain inner)
    {
        _waitsFor = null;
        _outcome = inner.TakeOutcome();
        inner._outcome = default;
    }

    private void Settle()
    {
        if (!HasResult || _outcome.Error is null)
            HandleError();
        else
            _unhandled ??= UnhandledErrors.Current?.Add(this);
    }

    private void HandleError()
    {
        _unhandled?.List?.Remove(_unhandled);
        _unhandled = null;
    }

    /// <summary>What the chain failed with; null if it did not.</summary>
    public Exception? Error => _outcome.Error;
}
