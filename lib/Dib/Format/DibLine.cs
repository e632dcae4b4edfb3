using System.Runtime.InteropServices;
using System.Text;

namespace Dib.Format;

/// <summary>A line of the file: its number from one, and where its bytes lie (without the line end).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DibLine(int Number, int Start, int End)
{
    internal bool IsBlank => Start == End;

    internal string TextIn(byte[] bytes) => Encoding.UTF8.GetString(bytes, Start, End - Start);

    internal bool StartsWith(byte[] bytes, ReadOnlySpan<byte> prefix) =>
        bytes.AsSpan(Start, End - Start).StartsWith(prefix);

    /// <summary>Splits at <c>\n</c> and <c>\r\n</c>, after a byte order mark if there is one.</summary>
    internal static IEnumerable<DibLine> Split(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var number = 1; start <= bytes.Length; number++)
        {
            var feed = Array.IndexOf(bytes, (byte)'\n', start);
            var end = feed < 0 ? bytes.Length : feed;
            var text = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : end;
            yield return new DibLine(number, start, text);
            start = end + 1;
        }
    }
}
