using System.Globalization;
using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

/// <summary>
/// A queue between greenlets: <see cref="Get"/> waits until there is something, and <see cref="Put"/> until there is room,
/// as in <c>gevent.queue.Queue</c>. Neither lets go where it need not wait.
/// </summary>
/// <remarks>
/// It also stands in for <see cref="System.Collections.Generic.Queue{T}"/> after the swap that gevent calls
/// <c>patch_all</c>: see <see cref="TryDequeue"/>.
/// </remarks>
#pragma warning disable CA1711 // It has the name of what it stands in for.
public sealed partial class Queue<T>
#pragma warning restore CA1711
{
    private readonly System.Collections.Generic.Queue<T> _items;
    private readonly LinkedList<Waiter> _getters = [];
    private readonly LinkedList<(Waiter Waiter, T Item)> _putters = [];
    private bool _serves;

    /// <summary>A queue with these items, without a bound.</summary>
    public Queue(IEnumerable<T> items)
        : this(0, items) { }

    /// <summary>A queue with room for so many.</summary>
    /// <param name="maxsize">0 for any number.</param>
    /// <param name="items">What is in it at first; null for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than none.</exception>
    public Queue(int maxsize = 0, IEnumerable<T>? items = null)
    {
        if (maxsize < 0)
            throw new ArgumentOutOfRangeException(
                nameof(maxsize),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the maxsize of a Queue is how many it has room for, or 0 for any number, not {maxsize}"
                )
            );
        _items = new(items ?? []);
        MaxSize = maxsize > 0 ? maxsize : null;
    }

    /// <summary>How many it has room for; null for any number.</summary>
    public int? MaxSize { get; }

    /// <summary>How many items are in it.</summary>
    public int Count => _items.Count;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Whether there is no room in it.</summary>
    public bool IsFull => _items.Count >= MaxSize;

    /// <summary>Takes the first item; lets go until there is one.</summary>
    /// <param name="timeout">How long at most, in article time; zero does let the others have their turns.</param>
    /// <exception cref="QueueEmptyException">The time is over.</exception>
    /// <exception cref="LoopExit">Nobody is left who could put anything, and this is the main program.</exception>
    public T Get(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Queue.Get");
        if (!IsEmpty && _putters.Count > 0)
            ServeLater();
        if (IsEmpty)
            WaitForItem("Queue.Get", timeout, line);
        return _items.Dequeue();
    }

    /// <summary>Takes the first item, without letting go.</summary>
    /// <exception cref="QueueEmptyException">There is none.</exception>
    public T GetNoWait() => IsEmpty ? throw new QueueEmptyException("Queue.GetNoWait") : Get();

    /// <summary>As <see cref="Get"/>, but leaves the item where it is.</summary>
    public T Peek(TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Queue.Peek");
        if (IsEmpty)
            WaitForItem("Queue.Peek", timeout, line);
        return _items.Peek();
    }

    /// <summary>As <see cref="GetNoWait"/>, but leaves the item where it is.</summary>
    public T PeekNoWait() => IsEmpty ? throw new QueueEmptyException("Queue.PeekNoWait") : _items.Peek();

    /// <summary>Puts an item at the end; lets go until there is room.</summary>
    /// <param name="timeout">How long at most, in article time.</param>
    /// <exception cref="QueueFullException">The time is over; the item is not in the queue.</exception>
    /// <exception cref="LoopExit">Nobody is left who could get anything, and this is the main program.</exception>
    public void Put(T item, TimeSpan? timeout = null, [CallerLineNumber] int line = 0)
    {
        Limit.Check(timeout, "Queue.Put");
        if (IsFull)
        {
            WaitForRoom(item, timeout, line);
            return;
        }
        _items.Enqueue(item);
        if (_getters.Count > 0)
            ServeLater();
    }

    /// <summary>Puts an item at the end, without letting go.</summary>
    /// <exception cref="QueueFullException">There is no room.</exception>
    public void PutNoWait(T item)
    {
        if (IsFull)
            throw new QueueFullException("Queue.PutNoWait");
        Put(item);
    }

    private void WaitForItem(string call, TimeSpan? timeout, int line)
    {
        var place = _getters.AddLast(Hub.NewWait(call, line));
        try
        {
            if (_putters.Count > 0)
                ServeLater();
            if (!Hub.Wait(place.Value, timeout))
                throw new QueueEmptyException(call);
        }
        finally
        {
            if (place.List is not null)
                _getters.Remove(place);
        }
    }

    private void WaitForRoom(T item, TimeSpan? timeout, int line)
    {
        var place = _putters.AddLast((Hub.NewWait("Queue.Put", line), item));
        try
        {
            if (_getters.Count > 0)
                ServeLater();
            if (!Hub.Wait(place.Value.Waiter, timeout))
                throw new QueueFullException("Queue.Put");
        }
        finally
        {
            if (place.List is not null)
                _putters.Remove(place);
        }
    }

    private void ServeLater()
    {
        if (_serves)
            return;
        _serves = true;
        Hub.Current.Post(Serve());
    }

    // Takes from those who wait to put as long as there is room, and gives to those who wait to get, in turn.
    private IEnumerator<Waiter> Serve()
    {
        _serves = false;
        bool again;
        do
        {
            again = false;
            if (_putters.First is { } putter && !IsFull)
            {
                again = true;
                _putters.RemoveFirst();
                _items.Enqueue(putter.Value.Item);
                yield return putter.Value.Waiter;
            }
            if (_getters.First is { } getter && !IsEmpty)
            {
                again = true;
                _getters.RemoveFirst();
                yield return getter.Value;
            }
        } while (again);
    }
}
