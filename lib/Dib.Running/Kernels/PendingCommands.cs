using System.Threading.Channels;
using Dib.Protocol;

namespace Dib.Running.Kernels;

/// <summary>The commands that are under way: brings each event to the command that it is about.</summary>
internal sealed class PendingCommands
{
    // A reader that falls this far behind holds the kernel up instead of filling the memory.
    private const int MostUnread = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Channel<EventEnvelope>> _open = new(StringComparer.Ordinal);
    private bool _isOver;

    /// <summary>Listens to what is said about a command; it ends without a last event when the kernel does.</summary>
    internal ChannelReader<EventEnvelope> Open(string token)
    {
        var channel = Channel.CreateBounded<EventEnvelope>(
            new BoundedChannelOptions(MostUnread) { SingleWriter = true, SingleReader = true }
        );
        lock (_gate)
        {
            if (_isOver)
                channel.Writer.Complete();
            else
                _open.Add(token, channel);
        }
        return channel.Reader;
    }

    internal void Close(string token)
    {
        lock (_gate)
        {
            if (_open.Remove(token, out var channel))
                channel.Writer.TryComplete();
        }
    }

    /// <summary>Brings an event to who listens; false when nobody does, or not any more.</summary>
    internal async ValueTask<bool> DeliverAsync(EventEnvelope message)
    {
        if (Find(message) is not { } channel)
            return false;
        try
        {
            await channel.Writer.WriteAsync(message);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    internal void EndAll()
    {
        lock (_gate)
        {
            _isOver = true;
            foreach (var channel in _open.Values)
                channel.Writer.TryComplete();
        }
    }

    internal static bool IsEnd(EventEnvelope message, string token) =>
        message.Command?.Token == token && message.Event is CommandSucceeded or CommandFailed;

    // A cell that imports others is answered for those too, under tokens of their own: 6.1, 6.2 ...
    private Channel<EventEnvelope>? Find(EventEnvelope message)
    {
        var token = (message.Command?.Token ?? "").Split('.')[0];
        lock (_gate)
            return _open.GetValueOrDefault(token);
    }
}
