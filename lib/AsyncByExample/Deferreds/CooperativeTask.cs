using System.Collections;

namespace AsyncByExample.Deferreds;

/// <summary>An iterator that a <see cref="Cooperator"/> runs.</summary>
public sealed class CooperativeTask
{
    private readonly Cooperator _cooperator;
    private readonly SteppedIterator _iterator;
    private readonly List<Deferred<IEnumerator>> _whenDone = [];
    private Outcome? _outcome;
    private int _pauses;

    internal CooperativeTask(IEnumerator iterator, Cooperator cooperator) =>
        (_iterator, _cooperator) = (new SteppedIterator(iterator), cooperator);

    /// <summary>Whether it stands in the cooperator's queue.</summary>
    internal bool IsQueued { get; set; }

    /// <summary>Its place among the cooperator's unfinished tasks.</summary>
    internal LinkedListNode<CooperativeTask>? Place { get; set; }

    /// <summary>Whether it is to have turns.</summary>
    internal bool IsActive => _pauses == 0 && _outcome is null;

    /// <summary>A Deferred of its own for whoever asks: it fires with the iterator, or fails as the task did.</summary>
    public Deferred<IEnumerator> WhenDone()
    {
        var deferred = new Deferred<IEnumerator>();
        if (_outcome is { } outcome)
            deferred.Chain.Fire(outcome);
        else
            _whenDone.Add(deferred);
        return deferred;
    }

    /// <summary>Gives it no more turns until <see cref="Resume"/> has been called as often.</summary>
    /// <exception cref="InvalidOperationException">The task has ended.</exception>
    public void Pause()
    {
        ThrowIfEnded();
        _pauses++;
    }

    /// <summary>Takes back one <see cref="Pause"/>.</summary>
    /// <exception cref="InvalidOperationException">The task is not paused.</exception>
    public void Resume()
    {
        if (_pauses == 0)
            throw new InvalidOperationException("a task that is not paused cannot be resumed");
        _pauses--;
        if (IsActive)
            _cooperator.Queue(this);
    }

    /// <summary>
    /// Ends it: its using and finally blocks run, and <see cref="WhenDone"/> fails with an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The task has ended.</exception>
    public void Stop()
    {
        ThrowIfEnded();
        EndByStop();
    }

    internal void EndByStop() => Leave(new OperationCanceledException("the task was stopped before it was done"));

    internal void RunStep()
    {
        bool goesOn;
        try
        {
            goesOn = _iterator.MoveNext();
        }
#pragma warning disable CA1031 // What the iterator throws is what its Deferreds fail with.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            End(Outcome.Failed(exception));
            return;
        }
        if (!goesOn)
            End(Outcome.Of(_iterator.Iterator));
        else if (_outcome is null && _iterator.Current is Deferred { Chain: var chain })
            WaitFor(chain);
    }

    private void WaitFor(CallbackChain chain)
    {
        _pauses++;
        chain.Add(
            Link.OfLibrary(
                value =>
                {
                    Resume();
                    return value;
                },
                error => Leave(error) ? null : Outcome.Failed(error)
            )
        );
    }

    private bool Leave(Exception error)
    {
        if (_outcome is not null)
            return false;
        UnhandledErrors.CatchIn("a finally block", _iterator.Dispose);
        End(Outcome.Failed(error));
        return true;
    }

    private void End(Outcome outcome)
    {
        if (_outcome is not null)
            return;
        _outcome = outcome;
        Place?.List?.Remove(Place);
        foreach (var deferred in _whenDone)
            if (!deferred.IsFired)
                deferred.Chain.Fire(outcome);
    }

    private void ThrowIfEnded()
    {
        if (_outcome is not null)
            throw new InvalidOperationException("the task has ended: it cannot be paused or stopped any more");
    }
}
