using System.Text;

namespace Dib.Kernel.Streams;

/// <summary>Writes messages to the client from a thread of its own, in the order they were added.</summary>
/// <remarks>
/// Printed text is sent line by line while the client keeps up. When it falls behind, the text that waits is sent
/// as one message; when too much waits, whoever prints waits too.
/// </remarks>
internal sealed class Outbox
{
    private const int MostPendingText = 1 << 18;
    private const int MostTextAtOnce = 1 << 16;
    private static readonly TimeSpan PatienceForTheRestOfALine = TimeSpan.FromMilliseconds(50);

    private readonly LinkedList<Pending> _pending = new();
    private readonly object _gate = new();
    private readonly Stream _output;
    private readonly Thread _writer;
    private int _pendingText;
    private bool _isDraining;

    internal Outbox(Stream output)
    {
        _output = output;
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "Outbox" };
        _writer.Start();
    }

    /// <summary>Adds a message: a line without its end.</summary>
    internal void Add(string message)
    {
        lock (_gate)
            Append(new PendingMessage(message));
    }

    /// <summary>Adds printed text to the stream that <paramref name="toMessage"/> stands for.</summary>
    internal void AddText(ReadOnlySpan<char> text, Func<string, string> toMessage)
    {
        while (!text.IsEmpty)
        {
            var part = text[..Math.Min(text.Length, MostTextAtOnce)];
            AddPart(part, toMessage);
            text = text[part.Length..];
        }
    }

    /// <summary>Takes nothing more, and waits until all that was added is written.</summary>
    internal void Drain()
    {
        lock (_gate)
        {
            _isDraining = true;
            Monitor.PulseAll(_gate);
        }

        // A client that has stopped reading must not keep the process alive.
        if (Thread.CurrentThread != _writer)
            _writer.Join(TimeSpan.FromSeconds(2));
    }

    private void AddPart(ReadOnlySpan<char> part, Func<string, string> toMessage)
    {
        lock (_gate)
        {
            while (_pendingText >= MostPendingText && !_isDraining)
                Monitor.Wait(_gate);
            if (_isDraining)
                return;
            if (_pending.Last?.Value is PendingText last && last.ToMessage == toMessage)
                last.Text.Append(part);
            else
                Append(new PendingText(new StringBuilder().Append(part), toMessage));
            _pendingText += part.Length;
            Monitor.PulseAll(_gate);
        }
    }

    private void Append(Pending pending)
    {
        if (!_isDraining)
            _pending.AddLast(pending);
        Monitor.PulseAll(_gate);
    }

    private void WriteAll()
    {
        try
        {
            while (Take() is { } message)
                _output.Write(Encoding.UTF8.GetBytes(message + "\n"));
        }
        catch (IOException)
        {
            // Nobody listens any more.
            Environment.Exit(0);
        }
    }

    private string? Take()
    {
        lock (_gate)
        {
            while (_pending.Count == 0 && !_isDraining)
                Monitor.Wait(_gate);
            // The rest cannot come while whoever prints it waits for room.
            if (IsAnUnfinishedLine(_pending) && _pendingText < MostPendingText)
                Monitor.Wait(_gate, PatienceForTheRestOfALine);
            return _pending.First?.Value switch
            {
                PendingMessage message => TakeFirst(message.Message),
                PendingText text => Take(text),
                _ => null,
            };
        }
    }

    private string Take(PendingText pending)
    {
        var text = pending.Text.ToString();
        var end = text.LastIndexOf('\n') + 1;
        var rest = end > 0 && _pending.Count == 1 ? text[end..] : "";
        pending.Text.Clear().Append(rest);
        _pendingText -= text.Length - rest.Length;
        Monitor.PulseAll(_gate);
        var message = pending.ToMessage(text[..^rest.Length]);
        return rest.Length > 0 ? message : TakeFirst(message);
    }

    private string TakeFirst(string message)
    {
        _pending.RemoveFirst();
        return message;
    }

    private static bool IsAnUnfinishedLine(LinkedList<Pending> pending) =>
        pending.Count == 1 && pending.First!.Value is PendingText { Text: { Length: > 0 } text } && text[^1] != '\n';

    private abstract record Pending;

    private sealed record PendingMessage(string Message) : Pending;

    private sealed record PendingText(StringBuilder Text, Func<string, string> ToMessage) : Pending;
}
