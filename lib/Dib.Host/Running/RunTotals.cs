using System.Text.Json;

namespace Dib.Host.Running;

/// <summary>What a notebook's variable <c>run</c> says of it, in seconds.</summary>
internal sealed record RunTotals(double? Total, double? LowerBound)
{
    internal static readonly RunTotals None = new(null, null);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the variable's JSON; anything else than the object that is expected says nothing.</summary>
    internal static RunTotals Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RunTotals>(json, Options) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }
}
