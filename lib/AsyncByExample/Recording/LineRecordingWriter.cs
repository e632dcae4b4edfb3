using System.Text;

namespace AsyncByExample.Recording;

/// <summary>Passes on what an example prints as it is printed, and notes each whole line.</summary>
internal sealed class LineRecordingWriter(TextWriter output, Action<string> note) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        Note([value]);
        output.Write(value);
    }

    public override void Write(string? value)
    {
        Note(value);
        output.Write(value);
    }

    // One call stays one call: the reader's line must not be torn apart by another thread's.
    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => output.Flush();

    private void Note(ReadOnlySpan<char> text)
    {
        lock (_line)
        {
            for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
            {
                note(_line.Append(text[..end]).ToString().TrimEnd('\r'));
                _line.Clear();
                text = text[(end + 1)..];
            }
            _line.Append(text);
        }
    }
}
