namespace AsyncByExample.Greenlets;

/// <summary>There was nothing in a <see cref="Queue{T}"/>, or not in time: <c>queue.Empty</c>.</summary>
#pragma warning disable CA1032 // Only a queue makes it.
public sealed class QueueEmptyException : Exception
#pragma warning restore CA1032
{
    internal QueueEmptyException(string call)
        : base($"{call} found nothing in the queue: wait longer, or put something first") { }
}
