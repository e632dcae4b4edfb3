using System.Collections;
using System.Diagnostics;
using AsyncByExample.Clocks;

namespace AsyncByExample.Deferreds;

/// <summary>
/// Runs iterators a step at a time, in turns, on a reactor: Twisted's Cooperator. It is the loop of the article's
/// example 2, which hands the thread back every now and then.
/// </summary>
/// <remarks>
/// <para>In real time it goes on for a hundredth of a second before the reactor has its turn, as Twisted's does. In
/// virtual time, where no time passes meanwhile, the reactor has its turn after every step.</para>
/// <para>A task whose Deferred has fired goes on right after the call that fired it. Twisted puts that off until the
/// reactor has read what else has arrived, which at ten times the article's pace is too often something.</para>
/// </remarks>
/// <param name="reactor">What it runs on.</param>
public sealed class Cooperator(Reactor reactor)
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(0.01);

    private readonly Queue<CooperativeTask> _turns = new();
    private readonly LinkedList<CooperativeTask> _unfinished = new();
    private bool _isScheduled;
    private bool _isStopped;

    /// <summary>
    /// Runs an iterator together with the others. Each <c>yield return</c> ends a step; if it yields a Deferred, the
    /// next step comes when that has fired.
    /// </summary>
    /// <param name="iterator">An iterator method's result.</param>
    /// <returns>
    /// Fires with the iterator when it is done. Fails if the iterator throws, or if a Deferred that it yielded fails,
    /// which ends it; or with an <see cref="OperationCanceledException"/> if it was stopped.
    /// </returns>
    public Deferred<IEnumerator> Coiterate(IEnumerator iterator) => Cooperate(iterator).WhenDone();

    /// <summary>Runs an iterator together with the others, as a task that can be paused, resumed and stopped.</summary>
    /// <param name="iterator">An iterator method's result.</param>
    public CooperativeTask Cooperate(IEnumerator iterator)
    {
        var task = new CooperativeTask(iterator, this);
        if (_isStopped)
            task.EndByStop();
        else
        {
            task.Place = _unfinished.AddLast(task);
            Queue(task);
        }
        return task;
    }

    /// <summary>Stops every task, and every one that is added from now on.</summary>
    public void Stop()
    {
        _isStopped = true;
        foreach (var task in _unfinished.ToArray())
            task.EndByStop();
    }

    internal void Queue(CooperativeTask task)
    {
        if (!task.IsQueued)
        {
            task.IsQueued = true;
            _turns.Enqueue(task);
        }
        Schedule();
    }

    private void Schedule()
    {
        if (_isScheduled)
            return;
        _isScheduled = true;
        reactor.CallNext(RunPass);
    }

    private void RunPass()
    {
        var start = Stopwatch.GetTimestamp();
        do RunTurn();
        while (_turns.Count > 0 && reactor.Clock is not VirtualClock && Stopwatch.GetElapsedTime(start) < Slice);
        _isScheduled = _turns.Count > 0;
        if (_isScheduled)
            reactor.Post(RunPass);
    }

    private void RunTurn()
    {
        var task = _turns.Dequeue();
        task.IsQueued = false;
        if (!task.IsActive)
            return;
        task.RunStep();
        if (task.IsActive)
            Queue(task);
    }
}
