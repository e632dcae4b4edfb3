using AsyncByExample.Clocks;

namespace AsyncByExample.Sites;

/// <summary>The body of a simulated answer, which comes as fast and as far as its site sends it.</summary>
internal sealed class SimulatedBody(Site site, SiteAnswer answer, Clock clock, SimulatedWait wait) : Stream
{
    private readonly int _end = site.Fault == SiteFault.CutConnection ? answer.Body.Length / 2 : answer.Body.Length;
    private int _position;
    private int _pieces = 1;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        // Who sent the request without blocking may still read its answer so.
        var arrival = ArriveAsync(wait as BlockingWait ?? new BlockingWait(clock, null, CancellationToken.None));
#pragma warning disable VSTHRD002 // It is complete: it has blocked already.
        arrival.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        return Take(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await ArriveAsync(new AsyncWait(clock, cancellationToken)).ConfigureAwait(false);
        return Take(buffer.Span);
    }

    private async Task ArriveAsync(SimulatedWait arrival)
    {
        while (_position == Arrived && _position < _end)
        {
            await arrival.ForAsync(site.LatencyTime).ConfigureAwait(false);
            _pieces++;
        }
        if (_position == _end && site.Fault == SiteFault.CutConnection)
            throw new HttpIOException(
                HttpRequestError.ResponseEnded,
                $"The response ended prematurely, after {_position} of {answer.Body.Length} bytes."
            );
    }

    // The first piece came with the answer's head.
    private int Arrived => site.Fault == SiteFault.SlowBody ? (int)((long)_end * _pieces / SiteAnswer.Pieces) : _end;

    private int Take(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, Arrived - _position);
        answer.Body.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
