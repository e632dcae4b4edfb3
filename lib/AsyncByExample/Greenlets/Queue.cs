using System.Diagnostics.CodeAnalysis;

namespace AsyncByExample.Greenlets;

/// <summary>
/// Stands in for <see cref="System.Collections.Generic.Queue{T}"/> after the swap that gevent calls <c>patch_all</c>.
/// As with gevent's patched <c>queue.Queue</c>, taking an item lets go of the thread once, because the queue's lock does.
/// </summary>
/// <param name="items">What is in the queue at first.</param>
#pragma warning disable CA1711 // It has the name of what it stands in for.
public sealed class Queue<T>(IEnumerable<T> items)
#pragma warning restore CA1711
{
    private readonly System.Collections.Generic.Queue<T> _items = new(items);

    /// <summary>How many items are left.</summary>
    public int Count => _items.Count;

    /// <summary>Puts an item at the end.</summary>
    public void Enqueue(T item) => _items.Enqueue(item);

    /// <summary>Takes the first item; false if there is none.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (!_items.TryDequeue(out item))
            return false;
        if (Greenlet.Current is not null)
            Greenlet.Yield();
        return true;
    }
}
