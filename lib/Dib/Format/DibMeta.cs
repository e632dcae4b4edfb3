using System.Text.Json;

namespace Dib.Format;

/// <summary>The header: a line <c>#!meta</c>, then JSON that names the notebook's kernels.</summary>
/// <remarks>What an editor refuses is refused here too: nobody could open the notebook that we save.</remarks>
/// <param name="Line">The header's first line.</param>
/// <param name="Next">The first line after it.</param>
internal sealed record DibMeta(int Line, int Next, string Json)
{
    /// <summary>The kernels that the JSON lists.</summary>
    internal List<string> KernelNames { get; } = [];

    /// <summary>Tells the kernels that the JSON lists.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    /// <exception cref="FormatException">The object lists kernels in a way that editors refuse.</exception>
    internal void Apply(DibKernelNames names)
    {
        var header = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Json) ?? [];
        if (!header.TryGetValue("kernelInfo", out var info) || info.ValueKind == JsonValueKind.Null)
            return;
        if (info.ValueKind != JsonValueKind.Object)
            throw new FormatException("kernelInfo in the header is an object with the kernels as items; this is none");
        (string Name, string[] Aliases)[] kernels = [.. ArrayIn(info, "items").Select(KernelOf)];
        RefuseWhatIsListedTwice(kernels.SelectMany(kernel => kernel.Aliases.Append(kernel.Name)));
        foreach (var (name, aliases) in kernels)
        {
            KernelNames.Add(name);
            names.Add(name, aliases);
        }
    }

    private static (string Name, string[] Aliases) KernelOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name)
            ? (Valid(name), [.. ArrayIn(item, "aliases").Select(Valid)])
            : throw new FormatException("an item of the header has no name; give it one, or delete the item");

    private static JsonElement[] ArrayIn(JsonElement owner, string name) =>
        !owner.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : value.ValueKind == JsonValueKind.Object
            ? throw new FormatException($"{name} in the header is an array; this is an object")
        : [];

    private static string Valid(JsonElement name) =>
        name.ValueKind == JsonValueKind.String
        && name.GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
        && text[0] != '#'
            ? text
            : throw new FormatException(
                $"{name.GetRawText()} in the header is no name for a kernel; write a text that does not start with #"
            );

    private static void RefuseWhatIsListedTwice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (names.FirstOrDefault(name => !seen.Add(name)) is { } twice)
            throw new FormatException(
                $"the header lists \"{twice}\" twice, among names and aliases; delete one of them"
            );
    }
}
