using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Dib.Live.Sessions;
using Dib.Running.Execution;

namespace Dib.Live.Frames;

/// <summary>
/// Scripts that a cell put out for the charts of the cells below it, such as plotly.js. In a page they would be there
/// once; each frame loads them anew, so they have addresses, which nobody can guess, and are kept by the browser.
/// </summary>
internal sealed class PageScripts
{
    internal const string Path = "/scripts";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, string> _scripts = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<CellOutput, string[]> _addresses = [];

    /// <summary>The addresses of all scripts that a notebook's outputs carry for each other.</summary>
    internal ImmutableArray<string> AddressesOf(NotebookView view) =>
        [
            .. view
                .Cells.SelectMany(cell => cell.Outputs)
                .Where(output => output.Content.MimeType == "text/html")
                .SelectMany(output => AddressesOf(output.Content))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whether an output has nothing to see, but scripts for others.</summary>
    internal bool IsScript(CellOutput output) => output.MimeType == "text/html" && AddressesOf(output).Length > 0;

    internal string? Find(string name) => _scripts.GetValueOrDefault(name);

    private string[] AddressesOf(CellOutput output) =>
        _addresses.GetValue(output, each => [.. ScriptElements.In(each.Text).Select(code => $"{Path}/{Add(code)}")]);

    // A run that puts out the same scripts again takes no memory for them.
    private string Add(ReadOnlyMemory<char> code)
    {
        var name = Convert.ToHexStringLower(HMACSHA256.HashData(_key, MemoryMarshal.AsBytes(code.Span))) + ".js";
        _scripts.GetOrAdd(name, static (_, code) => code.ToString(), code);
        return name;
    }
}
