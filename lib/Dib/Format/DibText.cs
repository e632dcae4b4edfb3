using System.Text;

namespace Dib.Format;

/// <summary>A cell's text, on its way into a file.</summary>
internal static class DibText
{
    /// <summary>The text as it is read again: lines end with <c>\n</c>, and blank ones around it are gone.</summary>
    internal static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n');

    internal static byte[] Bytes(string text, string newLine) =>
        Encoding.UTF8.GetBytes(text.Replace("\n", newLine, StringComparison.Ordinal));
}
