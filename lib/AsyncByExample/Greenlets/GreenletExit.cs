namespace AsyncByExample.Greenlets;

/// <summary>
/// What a killed greenlet gets at the call in which it waits. One that ends by it has ended well: it is its value.
/// </summary>
/// <remarks>Unlike gevent's, <c>catch (Exception)</c> catches it too: throw it on.</remarks>
#pragma warning disable CA1710, CA1032, MA0048 // It has gevent's name, and needs no more than its own words.
public sealed class GreenletExit() : Exception("the greenlet was killed")
#pragma warning restore CA1710, CA1032, MA0048
{ }
