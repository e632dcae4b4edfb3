using System.Text;
using Microsoft.DotNet.Interactive;

namespace Dib.Kernel.Output;

/// <summary>The console that cells see: what they print goes to the cell whose async context they print from.</summary>
/// <remarks>
/// A thread that a cell started with its context belongs to that cell for ever: what it prints after the cell
/// has ended is dropped, and never shows up in the cell that runs then.
/// </remarks>
internal sealed class CellConsole(bool isError) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Takes the place of the process's console.</summary>
    internal static void Install()
    {
        Console.SetOut(new CellConsole(isError: false));
        Console.SetError(new CellConsole(isError: true));
        Console.SetIn(new NobodyTypes());
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) =>
        KernelInvocationContext.Current?.Scope.Print(buffer, isError);

    // At once, so that lines of several threads do not mix.
    public override void WriteLine(string? value) => Write(value + NewLine);
}
