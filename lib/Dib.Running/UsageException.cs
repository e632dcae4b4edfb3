namespace Dib.Running;

/// <summary>The command line asks for something that cannot be done; the message is what the reader sees.</summary>
internal sealed class UsageException(string message) : Exception(message);
