using System.Text;

namespace AsyncByExample.Notebook;

/// <summary>
/// Takes the console's place until it is disposed, and passes on what is printed in batches, a few in a tenth of a
/// second: Visual Studio Code takes as long to show a line of its own as to show forty at once.
/// </summary>
internal sealed class BatchedOutput : TextWriter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly TextWriter _console = Console.Out;
    private readonly StringBuilder _batch = new();
    private readonly Timer _timer;
    private bool _isOver;

    /// <summary>Takes the console's place. What is passed on belongs to the cell that calls, whoever printed it.</summary>
    public BatchedOutput()
    {
        _timer = new Timer(_ => Flush());
        Console.SetOut(this);
    }

    public override Encoding Encoding => _console.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        lock (_batch)
        {
            _batch.Append(value);
            if (_isOver)
                Flush();
            else if (_batch.Length == value?.Length)
                _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush()
    {
        lock (_batch)
        {
            if (_batch.Length == 0)
                return;
            _console.Write(_batch.ToString());
            _batch.Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Console.SetOut(_console);
        lock (_batch)
        {
            // A thread that the example left behind may still print here.
            _isOver = true;
            _timer.Dispose();
            Flush();
        }
        base.Dispose(disposing);
    }
}
