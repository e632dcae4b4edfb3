namespace Dib.Format;

/// <summary>The names and aliases that make a line a separator, and the kernels they stand for.</summary>
internal sealed class DibKernelNames
{
    internal const string Default = "csharp";

    private readonly Dictionary<string, string[]> _aliasesByName = new(StringComparer.Ordinal)
    {
        [Default] = ["c#", "cs"],
        ["fsharp"] = ["f#", "fs"],
        ["html"] = [],
        ["http"] = [],
        ["javascript"] = ["js"],
        ["markdown"] = ["md"],
        ["mermaid"] = [],
        ["pwsh"] = ["powershell"],
        ["value"] = [],
    };

    /// <summary>What a header says of a kernel replaces what was known, aliases included.</summary>
    internal void Replace(string name, string[] aliases) => _aliasesByName[name] = aliases;

    /// <summary>The kernel meant by a name or an alias; null when there is none. Case matters.</summary>
    internal string? Find(string nameOrAlias) =>
        _aliasesByName.ContainsKey(nameOrAlias)
            ? nameOrAlias
            : _aliasesByName.FirstOrDefault(kernel => kernel.Value.Contains(nameOrAlias, StringComparer.Ordinal)).Key;
}
