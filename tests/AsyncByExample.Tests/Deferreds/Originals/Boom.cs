namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>What goes wrong in the scenarios.</summary>
internal sealed class Boom(string message) : Exception(message);
