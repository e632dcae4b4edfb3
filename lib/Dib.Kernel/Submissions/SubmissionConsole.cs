using System.Text;
using Dib.Kernel.Streams;

namespace Dib.Kernel.Submissions;

/// <summary>The console that cells see: what they print goes to the cell whose async context they print from.</summary>
/// <remarks>
/// A thread that a cell started with its context belongs to that cell for ever: what it prints after the cell
/// has ended never shows up in the cell that runs then.
/// </remarks>
internal sealed class SubmissionConsole(bool isError) : TextWriter
{
    private static readonly TextWriter Output = Synchronized(new SubmissionConsole(isError: false));
    private static readonly TextWriter Error = Synchronized(new SubmissionConsole(isError: true));

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Takes the place of the process's console, also of what a cell has put there.</summary>
    internal static void Install()
    {
        Console.SetOut(Output);
        Console.SetError(Error);
        Console.SetIn(new NoStandardInput());
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Submission.Current?.Print(buffer, isError);

    // At once, so that lines of several threads do not mix.
    public override void WriteLine(string? value) => Write(value + NewLine);
}
