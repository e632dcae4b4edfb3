using System.Text.Json;

namespace Dib.Format;

/// <summary>The header: a line <c>#!meta</c>, then JSON that names the notebook's kernels.</summary>
internal sealed record DibMeta(int Line, string Json)
{
    /// <summary>The kernels that the JSON lists.</summary>
    internal List<string> KernelNames { get; } = [];

    /// <summary>Tells the kernels that the JSON lists.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    internal void Apply(DibKernelNames names)
    {
        using var json = JsonDocument.Parse(Json);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("the header is not an object");
        if (
            !TryGet(json.RootElement, "kernelInfo", JsonValueKind.Object, out var info)
            || !TryGet(info, "items", JsonValueKind.Array, out var items)
        )
            return;
        foreach (var item in items.EnumerateArray())
        {
            if (!TryGet(item, "name", JsonValueKind.String, out var name))
                continue;
            KernelNames.Add(name.GetString()!);
            names.Replace(name.GetString()!, AliasesOf(item));
        }
    }

    private static string[] AliasesOf(JsonElement item) =>
        TryGet(item, "aliases", JsonValueKind.Array, out var aliases)
            ? [.. aliases.EnumerateArray().Select(alias => alias.ToString())]
            : [];

    private static bool TryGet(JsonElement owner, string name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return owner.ValueKind == JsonValueKind.Object
            && owner.TryGetProperty(name, out value)
            && value.ValueKind == kind;
    }
}
