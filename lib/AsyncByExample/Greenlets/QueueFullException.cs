namespace AsyncByExample.Greenlets;

/// <summary>There was no room in a <see cref="Queue{T}"/>, or not in time: <c>queue.Full</c>.</summary>
#pragma warning disable CA1032 // Only a queue makes it.
public sealed class QueueFullException : Exception
#pragma warning restore CA1032
{
    internal QueueFullException(string call)
        : base($"{call} found no room in the queue: wait longer, or get something first") { }
}
