using System.Diagnostics.CodeAnalysis;

namespace AsyncByExample.Greenlets;

/// <content>
/// Python's own <c>queue.Queue</c>, patched: it has a lock, and whoever takes or puts an item lets go once while it holds
/// that lock, because the patched condition finds out in this way whether the lock is held.
/// </content>
public sealed partial class Queue<T>
{
    private readonly Semaphore _lock = new();

    /// <summary>
    /// Takes the first item; false if there is none. In a greenlet it lets go of the thread once, as
    /// <c>while not queue.empty(): queue.get()</c> does: who wants the queue meanwhile waits until the item is taken.
    /// </summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        using (_lock.Enter())
        {
            if (!_items.TryDequeue(out item))
                return false;
            LetGoOnce();
            return true;
        }
    }

    /// <summary>Puts an item at the end. In a greenlet it lets go of the thread once, as <see cref="TryDequeue"/> does.</summary>
    public void Enqueue(T item)
    {
        using (_lock.Enter())
        {
            _items.Enqueue(item);
            LetGoOnce();
        }
    }

    private static void LetGoOnce()
    {
        if (Greenlet.Current is not null)
            Greenlet.Yield();
    }
}
