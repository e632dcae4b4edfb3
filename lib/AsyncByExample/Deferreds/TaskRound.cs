using System.Diagnostics.CodeAnalysis;

namespace AsyncByExample.Deferreds;

/// <summary>
/// The tasks of a <see cref="Cooperator"/> that are to have turns, and whose turn is next, in the order in which
/// Twisted has it: there they are a list, which an index goes through while tasks leave it.
/// </summary>
/// <remarks>
/// When a task leaves that has had its turn in this round, those after it move up by one and the index does not: the
/// one that was next is passed over. Twisted's list takes as many steps for that as it has tasks, this one a single one:
/// tasks are numbered as they are added, so that the smaller number is in front.
/// </remarks>
internal sealed class TaskRound
{
    private CooperativeTask? _first;
    private CooperativeTask? _last;
    private long _added;

    // Null at the end of the round: then so many that are added count as passed over.
    private CooperativeTask? _next;
    private int _passesOver;

    public bool IsEmpty => _first is null;

    public void Add(CooperativeTask task)
    {
        (task.Number, task.Before) = (++_added, _last);
        if (_last is null)
            _first = task;
        else
            _last.After = task;
        _last = task;
        if (_next is not null)
            return;
        if (_passesOver > 0)
            _passesOver--;
        else
            _next = task;
    }

    public void Remove(CooperativeTask task)
    {
        if (task.Number == 0)
            return;
        if (_next is null)
            _passesOver++;
        else if (task.Number <= _next.Number)
            _next = _next.After;
        Unlink(task);
    }

    /// <summary>Whose turn it is; nobody's at the end of the round, and the next call begins another one.</summary>
    public bool TryTake([NotNullWhen(true)] out CooperativeTask? task)
    {
        task = _next;
        if (task is not null)
            _next = task.After;
        else
            (_next, _passesOver) = (_first, 0);
        return task is not null;
    }

    private void Unlink(CooperativeTask task)
    {
        if (task.Before is null)
            _first = task.After;
        else
            task.Before.After = task.After;
        if (task.After is null)
            _last = task.Before;
        else
            task.After.Before = task.Before;
        (task.Number, task.Before, task.After) = (0, null, null);
    }
}
