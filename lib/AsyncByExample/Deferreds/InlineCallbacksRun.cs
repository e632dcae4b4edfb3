namespace AsyncByExample.Deferreds;

/// <summary>An iterator of Deferreds on its way: see <see cref="Defer.InlineCallbacks(IEnumerator{Deferred})"/>.</summary>
internal sealed class InlineCallbacksRun
{
    private readonly SteppedIterator _iterator;
    private readonly Func<object?, object?> _goOn;
    private readonly Func<Exception, object?> _fail;
    private Deferred? _waitsFor;

    public InlineCallbacksRun(IEnumerator<Deferred?> iterator)
    {
        _iterator = new SteppedIterator(iterator);
        (_goOn, _fail) = (GoOn, Fail);
        Result.PassesCancelTo = () => _waitsFor?.Cancel();
        Resume();
    }

    /// <summary>Fires when the iterator is done.</summary>
    public CallbackChain Result { get; } = new();

    // A loop and no recursion: an iterator may yield any number of Deferreds that have fired already.
    private void Resume()
    {
        _waitsFor = null;
        while (TryStep(out var yielded))
        {
            if (yielded is ReturnedValue { Value: var value })
            {
                End(Outcome.Of(value));
                return;
            }
            if (yielded is null)
                continue;
            if (!yielded.Chain.IsIdle)
            {
                WaitFor(yielded);
                return;
            }
            if (yielded.Chain.Error is { } error)
            {
                yielded.Chain.Add(Link.OfLibrary(null, _ => null));
                End(Outcome.Failed(error));
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
            Result.Fire(Outcome.Failed(exception));
            return false;
        }
        Result.Fire(Outcome.Of(null));
        return false;
    }

    // The result stays where it is, for the iterator to read; a failure is the iterator's from here on.
    private void WaitFor(Deferred yielded)
    {
        _waitsFor = yielded;
        yielded.Chain.Add(Link.OfLibrary(_goOn, _fail));
    }

    private object? GoOn(object? value)
    {
        Resume();
        return value;
    }

    private object? Fail(Exception error)
    {
        End(Outcome.Failed(error));
        return null;
    }

    private void End(Outcome outcome)
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
            outcome = Outcome.Failed(exception);
        }
        Result.Fire(outcome);
    }
}
