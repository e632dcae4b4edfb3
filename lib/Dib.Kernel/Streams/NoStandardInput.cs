namespace Dib.Kernel.Streams;

/// <summary>Standard input as cells see it: reading fails, since the process's own input carries the protocol.</summary>
internal sealed class NoStandardInput : TextReader
{
    public override int Peek() => throw Refusal();

    public override int Read() => throw Refusal();

    private static NotSupportedException Refusal() =>
        new(
            "A notebook has no console to read from. Ask with `await GetInputAsync(\"...\")`, or assign the value to a variable."
        );
}
