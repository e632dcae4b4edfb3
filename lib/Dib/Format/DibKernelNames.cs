namespace Dib.Format;

/// <summary>The names and aliases that make a line a separator, and the kernels they stand for.</summary>
internal sealed class DibKernelNames
{
    internal const string Default = "csharp";

    private readonly Dictionary<string, string> _kernels = new(StringComparer.Ordinal);

    internal DibKernelNames()
    {
        Add(Default, ["c#", "cs"]);
        Add("fsharp", ["f#", "fs"]);
        Add("html", []);
        Add("http", []);
        Add("javascript", ["js"]);
        Add("markdown", ["md"]);
        Add("mermaid", []);
        Add("pwsh", ["powershell"]);
        Add("value", []);
    }

    /// <summary>Adds a kernel; one that is known by that name stays as it is, aliases included.</summary>
    /// <exception cref="FormatException">Another kernel has the name or one of the aliases.</exception>
    internal void Add(string name, string[] aliases)
    {
        if (Find(name) == name)
            return;
        foreach (var each in aliases.Append(name))
            if (!_kernels.TryAdd(each, name))
                throw new FormatException(
                    $"the header gives \"{each}\" to {name}, and {_kernels[each]} has it already; delete it from the header"
                );
    }

    /// <summary>The kernel meant by a name or an alias; null when there is none. Case matters.</summary>
    internal string? Find(string nameOrAlias) => _kernels.GetValueOrDefault(nameOrAlias);
}
