namespace AsyncByExample.Greenlets;

/// <summary>
/// The main program waits, and nobody is left who could go on: its message says who waits in which call.
/// </summary>
#pragma warning disable CA1710, CA1032 // It has gevent's name, and only the hub makes it.
public sealed class LoopExit : Exception
#pragma warning restore CA1710, CA1032
{
    internal LoopExit(string message)
        : base(message) { }
}
