namespace Dib.Live.Files;

/// <summary>A notebook that cannot be opened; the message is the sentence for the reader.</summary>
internal sealed class NotebookException(string message, Exception? inner = null) : Exception(message, inner);
