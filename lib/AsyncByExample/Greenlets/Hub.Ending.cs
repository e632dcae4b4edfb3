using AsyncByExample.Scheduling;

namespace AsyncByExample.Greenlets;

/// <content>Who is still there: when nobody can go on any more, and when the example is over.</content>
internal sealed partial class Hub
{
    private const int MostNames = 5;

    private readonly LinkedList<Greenlet> _started = [];
    private int _operations;
    private bool _isOver;

    /// <summary>Whether its example is over: whoever waits on then gets <see cref="GreenletExit"/>.</summary>
    public bool IsOver => _isOver;

    /// <summary>How many greenlets it has had.</summary>
    public int Spawned { get; set; }

    /// <summary>Has somebody wait for another thread, who posts what is returned when it is done.</summary>
    public IEnumerator<Waiter> AwaitOperation(Waiter waiter)
    {
        _operations++;
        return Complete(waiter);
    }

    public LinkedListNode<Greenlet> Started(Greenlet greenlet) => _started.AddLast(greenlet);

    public void Ended(LinkedListNode<Greenlet> started) => _started.Remove(started);

    private IEnumerator<Waiter> Complete(Waiter waiter)
    {
        _operations--;
        yield return waiter;
    }

    private void ThrowIfNobodyIsLeft()
    {
        if (_operations > 0)
            return;
        Waiter?[] waits = [_main, .. _started.Select(greenlet => greenlet.Waiting)];
        var names = waits.OfType<Waiter>().Select(wait => $"{wait}").ToList();
        var others = names.Count > MostNames ? $"; and {names.Count - MostNames} more" : "";
        throw new LoopExit(
            $"nobody can go on, because everybody waits: {string.Join("; ", names.Take(MostNames))}{others}: "
                + "let somebody put, set, release or end what is waited for, or give the wait a timeout"
        );
    }

    // A thread cannot be dropped as gevent drops a greenlet: it has to leave what it is in.
    private void EndWithExample()
    {
        if (_example is null || _isGuest || _isOver || EventLoops.EventLoop.Current is not null)
            return;
        _isOver = true;
        EnterAll();
    }

    private void EnterAll()
    {
        _underWay.Clear();
        foreach (var greenlet in _started.ToArray())
            if (!greenlet.Ready)
                GiveControlTo(greenlet);
    }
}
