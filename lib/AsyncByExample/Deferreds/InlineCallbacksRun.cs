namespace AsyncByExample.Deferreds;

/// <summary>
/// An iterator of Deferreds on its way, and the chain that fires when it is done: see
/// <see cref="Defer.InlineCallbacks(IEnumerator{Deferred})"/>.
/// </summary>
internal sealed class InlineCallbacksRun : CallbackChain
{
    private readonly SteppedIterator _iterator;
    private readonly GoOnLink _goOn;
    private CallbackChain? _waitsFor;

    public InlineCallbacksRun(IEnumerator<Deferred?> iterator)
    {
        _iterator = new SteppedIterator(iterator);
        _goOn = new GoOnLink(this);
        Resume();
    }

    private protected override void CancelUnfired() => _waitsFor?.Cancel();

    // A loop and no recursion: an iterator may yield any number of Deferreds that have fired already.
    private void Resume()
    {
        _waitsFor = null;
        while (TryStep(out var yielded))
        {
            if (yielded is ReturnedValue { Value: var value })
            {
                End(value);
                return;
            }
            if (yielded is null)
                continue;
            if (!yielded.Chain.IsIdle || yielded.Chain.Error is not null)
            {
                WaitFor(yielded.Chain);
                return;
            }
        }
    }

    private bool TryStep(out Deferred? yielded)
    {
        yielded = null;
        try
        {
            if (_iterator.MoveNext())
            {
                yielded = (Deferred?)_iterator.Current;
                return true;
            }
        }
#pragma warning disable CA1031 // What the iterator throws is what its Deferred fails with.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fire(new Failure(exception));
            return false;
        }
        Fire(null);
        return false;
    }

    private void WaitFor(CallbackChain yielded)
    {
        _waitsFor = yielded;
        yielded.Add(_goOn);
    }

    // The result stays where it is, for the iterator to read; a failure is the iterator's from here on.
    private object? GoOn(object? result)
    {
        if (result is not Failure { Error: var error })
        {
            Resume();
            return result;
        }
        _iterator.Fail(error);
        End(new Failure(error));
        return Nothing.Left;
    }

    private void End(object? result)
    {
        _waitsFor = null;
        try
        {
            _iterator.Dispose();
        }
#pragma warning disable CA1031 // As with any finally block, what it throws takes the place of what was on its way.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            result = new Failure(exception);
        }
        Fire(result);
    }

    // It waits for one Deferred at a time, so one link does for all.
    private sealed class GoOnLink(InlineCallbacksRun run) : Link
    {
        public override object? Run(object? result) => run.GoOn(result);
    }
}
