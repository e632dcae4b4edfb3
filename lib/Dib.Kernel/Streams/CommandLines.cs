using System.Text;

namespace Dib.Kernel.Streams;

/// <summary>Reads lines from a stream, and says which of them arrived together.</summary>
internal static class CommandLines
{
    /// <summary>Yields the lines that each read completes, until the stream ends.</summary>
    internal static IEnumerable<IReadOnlyList<string>> ReadBatches(Stream input)
    {
        var pending = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (input.Read(buffer) is > 0 and var count)
        {
            pending.Write(buffer, 0, count);
            // A long line comes in many reads; only the last of them is worth a look at all of it.
            if (buffer.AsSpan(0, count).Contains((byte)'\n'))
                yield return TakeLines(pending);
        }
    }

    private static List<string> TakeLines(MemoryStream pending)
    {
        var bytes = pending.GetBuffer().AsSpan(0, (int)pending.Length);
        var lines = new List<string>();
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            lines.Add(Encoding.UTF8.GetString(bytes[..end]).TrimEnd('\r'));
            bytes = bytes[(end + 1)..];
        }

        Keep(pending, bytes);
        return lines;
    }

    private static void Keep(MemoryStream pending, ReadOnlySpan<byte> rest)
    {
        var kept = rest.ToArray();
        pending.SetLength(0);
        pending.Write(kept);
    }
}
