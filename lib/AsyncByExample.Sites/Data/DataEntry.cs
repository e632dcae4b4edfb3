using System.Text.Json;

namespace AsyncByExample.Sites.Data;

/// <summary>One JSON object of a data file, whose fields are read by name.</summary>
/// <param name="label">What a sentence calls it, such as <c>site 2 (yahoo)</c>.</param>
internal sealed class DataEntry(string label, JsonElement json)
{
    /// <summary>An object that has no other fields than these.</summary>
    /// <exception cref="DataException">It is no object, or has another field.</exception>
    public DataEntry WithOnly(params string[] fields)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new DataException($"{label} is not an object: write {{ }} around its fields");
        foreach (var field in json.EnumerateObject())
            if (!fields.Contains(field.Name))
                throw Wrong(field.Name, $"is not a field: there are {string.Join(", ", fields)}");
        return this;
    }

    /// <summary>The text of a field that must be there.</summary>
    public string Text(string field) =>
        Required(field) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(field, "is not a text: write it in quotes");

    /// <summary>The number of a field that must be there.</summary>
    public double Number(string field) =>
        Required(field) is { ValueKind: JsonValueKind.Number } value
            ? value.GetDouble()
            : throw Wrong(field, "is not a number: write it without quotes");

    /// <summary>The whole number of a field that must be there.</summary>
    public int WholeNumber(string field) =>
        Required(field) is var value && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Wrong(field, $"is {value.GetRawText()}, and must be a whole number that is not too large");

    /// <summary>One of an enumeration's values, written in camel case; its first where the field is not there.</summary>
    public T OneOf<T>(string field)
        where T : struct, Enum
    {
        if (!json.TryGetProperty(field, out _))
            return default;
        var text = Text(field);
        var known = Enum.GetValues<T>()
            .ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName($"{value}"), StringComparer.Ordinal);
        return known.TryGetValue(text, out var found)
            ? found
            : throw Wrong(field, $"is \"{text}\", and must be one of {string.Join(", ", known.Keys)}");
    }

    /// <summary>What to throw when a field is wrong.</summary>
    public DataException Wrong(string field, string problem) => new($"{label}: {field} {problem}");

    private JsonElement Required(string field) =>
        json.TryGetProperty(field, out var value) ? value : throw Wrong(field, "is missing: add it");
}
