using System.Text.Json;

namespace Dib.Running.Runs;

/// <summary>
/// A run of an example as the library keeps it in a file. The library and the host do not know each other: the file is
/// read as data, and only what a small picture needs of it.
/// </summary>
/// <param name="Example">The example's name, such as <c>3 blocking sleep</c>.</param>
/// <param name="Timeline">What happened.</param>
/// <param name="Unit">What its times are read in: article seconds, seconds of the reader's, or minutes.</param>
internal sealed record KeptRun(string Example, KeptTimeline Timeline, KeptUnit Unit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Whether its times tell more than the order of its printed lines.</summary>
    internal bool IsTimed => Unit != KeptUnit.ArticleSeconds || Timeline.HasWaits;

    /// <summary>How long its picture is: in seconds, or in printed lines.</summary>
    internal double Length => IsTimed ? Timeline.Total.TotalSeconds : Timeline.Lines.Length;

    /// <summary>How long it took, or where that says nothing how many lines it printed.</summary>
    internal string TotalText =>
        !IsTimed ? FormattableString.Invariant($"{Timeline.Lines.Length} lines") : TextOf(Timeline.Total);

    /// <summary>A time in the run's own unit.</summary>
    internal string TextOf(TimeSpan time) =>
        Unit switch
        {
            KeptUnit.Minutes => FormattableString.Invariant($"{time.TotalMinutes:0.#} min"),
            KeptUnit.RealTime when time.TotalSeconds < 1 => FormattableString.Invariant(
                $"{time.TotalMilliseconds:0.#} ms"
            ),
            _ => Seconds.Of(time),
        };

    /// <summary>Reads a file; null when there is no run in it.</summary>
    internal static KeptRun? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptRun>(File.ReadAllText(path), Json);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
