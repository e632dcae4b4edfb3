using System.Collections;

namespace AsyncByExample.Deferreds;

/// <summary>An iterator that a <see cref="Cooperator"/> runs.</summary>
public sealed class CooperativeTask
{
    private readonly Cooperator _cooperator;
    private readonly SteppedIterator _iterator;
    private readonly Func<object?, object?> _goOn;
    private readonly List<Deferred<IEnumerator>> _whenDone = [];
    private Ending? _ending;
    private int _pauses;

    internal CooperativeTask(IEnumerator iterator, Cooperator cooperator)
    {
        (_iterator, _cooperator) = (new SteppedIterator(iterator), cooperator);
        _goOn = GoOn;
    }

    /// <summary>Its number in the cooperator's round; 0 where it is to have no turns.</summary>
    internal long Number { get; set; }

    /// <summary>Its neighbours in the round.</summary>
    internal CooperativeTask? Before { get; set; }

    /// <inheritdoc cref="Before"/>
    internal CooperativeTask? After { get; set; }

    /// <summary>Its place among the cooperator's unfinished tasks.</summary>
    internal LinkedListNode<CooperativeTask>? Place { get; set; }

    /// <summary>A Deferred of its own for whoever asks: it fires with the iterator, or fails as the task did.</summary>
    public Deferred<IEnumerator> WhenDone()
    {
        var deferred = new Deferred<IEnumerator>();
        if (_ending is null)
            _whenDone.Add(deferred);
        else
            Fire(deferred);
        return deferred;
    }

    /// <summary>Gives it no more turns until <see cref="Resume"/> has been called as often.</summary>
    /// <exception cref="InvalidOperationException">The task has ended.</exception>
    public void Pause()
    {
        ThrowIfEnded();
        if (_pauses++ == 0)
            _cooperator.Remove(this);
    }

    /// <summary>Takes back one <see cref="Pause"/>. One that waits for a Deferred is paused once for that.</summary>
    /// <exception cref="InvalidOperationException">The task is not paused.</exception>
    public void Resume()
    {
        if (_pauses == 0)
            throw new InvalidOperationException("a task that is not paused cannot be resumed: call Pause first");
        if (--_pauses == 0 && _ending is null)
            _cooperator.Add(this);
    }

    /// <summary>
    /// Ends it: its using and finally blocks run, which Twisted leaves to the garbage collector, and
    /// <see cref="WhenDone"/> fails with an <see cref="OperationCanceledException"/>. A Deferred that it waits for goes its
    /// own way: a failure of it is reported, where in Twisted it is lost.
    /// </summary>
    /// <exception cref="InvalidOperationException">The task has ended.</exception>
    public void Stop()
    {
        ThrowIfEnded();
        EndBy(new OperationCanceledException("the task was stopped before it was done"));
    }

    internal void EndBy(OperationCanceledException stop) => Leave(new Ending(stop, "it was stopped"));

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
            End(Ending.Of(exception));
            return;
        }
        if (!goesOn)
            End(new Ending(null, "it is done"));
        else if (_ending is null && _iterator.Current is Deferred { Chain: var chain })
        {
            Pause();
            chain.Add(new LibraryLink(_goOn));
        }
    }

    private object? GoOn(object? result)
    {
        if (result is not Failure { Error: var error })
        {
            Resume();
            return result;
        }
        if (_ending is not null)
            return result;
        _iterator.Fail(error);
        Leave(Ending.Of(error));
        return Nothing.Left;
    }

    private void Leave(Ending ending)
    {
        UnhandledErrors.CatchIn("a finally block", _iterator.Dispose);
        End(ending);
    }

    private void End(Ending ending)
    {
        if (_ending is not null)
            return;
        _ending = ending;
        _cooperator.Remove(this);
        Place?.List?.Remove(Place);
        foreach (var deferred in _whenDone)
            if (!deferred.IsFired)
                Fire(deferred);
    }

    private void Fire(Deferred<IEnumerator> deferred) =>
        deferred.Chain.Fire(_ending!.Error is { } error ? new Failure(error) : _iterator.Iterator);

    private void ThrowIfEnded()
    {
        if (_ending is not null)
            throw new InvalidOperationException(
                $"this task can be neither paused nor stopped any more, for {_ending.Because}"
            );
    }

    private sealed record Ending(Exception? Error, string Because)
    {
        public static Ending Of(Exception error) => new(error, "it has failed");
    }
}
