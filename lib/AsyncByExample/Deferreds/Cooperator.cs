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
/// <para>The order is Twisted's to the turn, which is not always one after the other: where a task ends or waits, the
/// one after it is passed over once.</para>
/// <para>A task whose Deferred has fired goes on right after the call that fired it, if no other has its turn first.
/// Twisted puts that off until the reactor has read what else has arrived, which at ten times the article's pace is too
/// often something.</para>
/// </remarks>
public sealed class Cooperator
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(0.01);

    private readonly Reactor _reactor;
    private readonly Action<Action> _schedule;
    private readonly Func<Func<bool>> _newEnd;
    private readonly TaskRound _round = new();
    private readonly LinkedList<CooperativeTask> _unfinished = new();
    private long _turns;
    private bool _isScheduled;
    private bool _isRunning;
    private bool _isStopped;

    /// <summary>A cooperator without tasks.</summary>
    /// <param name="reactor">What it runs on.</param>
    public Cooperator(Reactor reactor)
    {
        ArgumentNullException.ThrowIfNull(reactor);
        (_reactor, _schedule, _newEnd) = (reactor, Schedule, EndOfSlice);
    }

    /// <summary>One whose turns come and end otherwise: Twisted's scheduler and terminationPredicateFactory.</summary>
    internal Cooperator(Reactor reactor, Action<Action> schedule, Func<Func<bool>> newEnd) =>
        (_reactor, _schedule, _newEnd) = (reactor, schedule, newEnd);

    /// <summary>
    /// Runs an iterator together with the others. Each <c>yield return</c> ends a step; if it yields a Deferred, the
    /// next step comes when that has fired. Its result stays in the Deferred, for the iterator to read; in Twisted the
    /// cooperator takes it out.
    /// </summary>
    /// <param name="iterator">An iterator method's result.</param>
    /// <returns>
    /// Fires with the iterator when it is done. Fails if the iterator throws, or if a Deferred that it yielded fails,
    /// which ends it, and its using and finally blocks run; Twisted leaves it to the garbage collector to run them. Fails
    /// with an <see cref="OperationCanceledException"/> if it was stopped.
    /// </returns>
    public Deferred<IEnumerator> Coiterate(IEnumerator iterator) => Cooperate(iterator).WhenDone();

    /// <summary>Runs an iterator together with the others, as a task that can be paused, resumed and stopped.</summary>
    /// <param name="iterator">An iterator method's result.</param>
    public CooperativeTask Cooperate(IEnumerator iterator)
    {
        var task = new CooperativeTask(iterator, this);
        if (_isStopped)
            task.EndBy(Stopped);
        else
        {
            task.Place = _unfinished.AddLast(task);
            Add(task);
        }
        return task;
    }

    /// <summary>
    /// Stops every task, and every one that is added from now on. Twisted's stops every other one only, and those that
    /// wait for a Deferred when that fires.
    /// </summary>
    public void Stop()
    {
        _isStopped = true;
        foreach (var task in _unfinished.ToArray())
            task.EndBy(Stopped);
    }

    private static OperationCanceledException Stopped => new("the cooperator was stopped before the task was done");

    internal void Add(CooperativeTask task)
    {
        _round.Add(task);
        AskForTurn();
    }

    /// <summary>It has no turns any more. With the last one, the turn that was asked for does not come either.</summary>
    internal void Remove(CooperativeTask task)
    {
        _round.Remove(task);
        _isScheduled &= !_round.IsEmpty;
    }

    private void AskForTurn()
    {
        if (_isScheduled || _round.IsEmpty)
            return;
        _isScheduled = true;
        var turn = ++_turns;
        _schedule(() => Run(turn));
    }

    private void Schedule(Action turn)
    {
        if (_isRunning)
            _reactor.CallSoon(turn);
        else
            _reactor.CallNext(turn);
    }

    private void Run(long turn)
    {
        if (!_isScheduled || turn != _turns)
            return;
        _isScheduled = false;
        _isRunning = true;
        RunTasks();
        AskForTurn();
        _isRunning = false;
    }

    private void RunTasks()
    {
        var isOver = _newEnd();
        while (!_round.IsEmpty)
        while (_round.TryTake(out var task))
        {
            task.RunStep();
            if (isOver())
                return;
        }
    }

    private Func<bool> EndOfSlice()
    {
        if (_reactor.Clock is VirtualClock)
            return static () => true;
        var start = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(start) >= Slice;
    }
}
