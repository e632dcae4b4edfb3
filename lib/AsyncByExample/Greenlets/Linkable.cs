namespace AsyncByExample.Greenlets;

/// <summary>
/// What greenlets wait for, and what calls its links: a greenlet's end, an event, a result, a semaphore. Its rules are
/// those of gevent's <c>AbstractLinkable</c>.
/// </summary>
public abstract class Linkable
{
    private readonly LinkedList<LinkedCall> _links = [];
    private bool _notifies;

    private protected Linkable() { }

    /// <summary>Whether those who wait may go on.</summary>
    private protected abstract bool HasHappened { get; }

    /// <summary>Whether one of them may keep the next from going on, as who takes a semaphore does.</summary>
    private protected virtual bool OneByOne => false;

    internal virtual Hub Hub => Hub.Current;

    /// <summary>Adds somebody who is called, in the hub, once it has happened.</summary>
    /// <param name="call">Returns who is to go on; null for nobody.</param>
    /// <param name="key">What it can be taken off by; null for never.</param>
    internal LinkedListNode<LinkedCall> AddLink(Func<Waiter?> call, Delegate? key = null)
    {
        var link = _links.AddLast(new LinkedCall(call, key));
        Notify();
        return link;
    }

    /// <summary>Takes a link off, if it was not called yet.</summary>
    internal void RemoveLink(LinkedListNode<LinkedCall> link)
    {
        if (link.List == _links)
            _links.Remove(link);
    }

    private protected void RemoveLink(Delegate key)
    {
        for (var link = _links.First; link is not null; link = link.Next)
            if (Equals(link.Value.Key, key))
            {
                _links.Remove(link);
                return;
            }
    }

    /// <summary>Has those who wait go on, in a turn of their own, if it has happened.</summary>
    private protected void Notify()
    {
        if (_notifies || _links.Count == 0 || !HasHappened)
            return;
        _notifies = true;
        Hub.Post(CallLinks());
    }

    /// <summary>Lets go until it has happened.</summary>
    /// <returns>False when the time is over before.</returns>
    private protected bool WaitForIt(string call, int line, TimeSpan? timeout)
    {
        var waiter = NewWait(call, line);
        var link = AddLink(() => waiter);
        try
        {
            return Hub.Wait(waiter, timeout);
        }
        finally
        {
            RemoveLink(link);
        }
    }

    private protected virtual Waiter NewWait(string call, int line) => Hub.NewWait(call, line);

    private IEnumerator<Waiter> CallLinks()
    {
        // Who comes while these are called has its turn too: so gevent does for a greenlet that has ended.
        while (_links.First is { } link && (!OneByOne || HasHappened))
        {
            _links.Remove(link);
            if (link.Value.Call() is { } waiter)
                yield return waiter;
        }
        _notifies = false;
    }

    internal readonly record struct LinkedCall(Func<Waiter?> Call, Delegate? Key);
}
