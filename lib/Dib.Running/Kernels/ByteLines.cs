namespace Dib.Running.Kernels;

/// <summary>Reads a stream's lines as the bytes that they are.</summary>
/// <remarks>
/// A line may be megabytes long. A reader of text would take a string for it, and buffers from a pool that has others
/// for each thread; here one buffer, as long as the longest line, is used again and again.
/// </remarks>
internal sealed class ByteLines(Stream stream)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _searched;
    private int _end;

    /// <summary>The next line without its end, good until the next call; null at the end of the stream.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (_buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n') is >= 0 and var length)
                return Take(_searched + length, 1);
            _searched = _end;
            MakeRoom();
            var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation);
            if (count == 0 && _start == _end)
                return null;
            if (count == 0)
                return Take(_end, 0);
            _end += count;
        }
    }

    private ReadOnlyMemory<byte> Take(int end, int lineEnd)
    {
        var line = _buffer.AsMemory(_start, end - _start);
        _start = _searched = end + lineEnd;
        return line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
            return;
        var rest = _buffer.AsSpan(_start, _end - _start);
        var buffer = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(buffer);
        (_buffer, _start, _searched, _end) = (buffer, 0, rest.Length, rest.Length);
    }
}
