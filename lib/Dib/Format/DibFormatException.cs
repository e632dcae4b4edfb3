namespace Dib.Format;

/// <summary>A notebook that cannot be read; the message is one sentence naming the file, the line and what to do.</summary>
public sealed class DibFormatException(string fileName, int line, string reason)
    : Exception($"{fileName}, line {line}: {reason}")
{
    /// <summary>The line in the file, counted from one.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong and what to do, without the place.</summary>
    public string Reason { get; } = reason;
}
