using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dib.Protocol;

/// <summary>Which name on the wire stands for which type, and how the types look as JSON.</summary>
internal static class MessageTypes
{
    // Strict, so that a body with a part missing becomes an unknown message instead of a null in disguise.
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly FrozenDictionary<string, Type> Commands = NamesOf(typeof(KernelCommand));
    private static readonly FrozenDictionary<string, Type> Events = NamesOf(typeof(KernelEvent));

    internal static KernelEvent ReadEvent(string name, JsonElement body) =>
        Read<KernelEvent>(Events, name, body) ?? new UnknownEvent(name, body);

    internal static KernelCommand ReadCommand(string name, JsonElement body) =>
        Read<KernelCommand>(Commands, name, body) ?? new UnknownCommand(name, body);

    private static T? Read<T>(FrozenDictionary<string, Type> types, string name, JsonElement body)
        where T : class
    {
        try
        {
            return types.TryGetValue(name, out var type) ? (T?)body.Deserialize(type, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FrozenDictionary<string, Type> NamesOf(Type root) =>
        root
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSealed && type.IsSubclassOf(root) && !type.Name.StartsWith("Unknown", StringComparison.Ordinal)
            )
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
}
