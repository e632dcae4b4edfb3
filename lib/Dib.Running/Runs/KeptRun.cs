using System.Text.Json;

namespace Dib.Running.Runs;

/// <summary>
/// A run of an example as the library keeps it in a file. The library and the host do not know each other: the file is
/// read as data, and only what a small picture and a list of runs need of it.
/// </summary>
/// <param name="Example">The example's name, such as <c>3 blocking sleep</c>.</param>
/// <param name="Timeline">What happened.</param>
/// <param name="Unit">What its times are read in: article seconds, seconds of the reader's, or minutes.</param>
/// <param name="Id">Tells it from all others; empty for one that was kept before runs had names.</param>
/// <param name="Clock">The clock it ran on, as C#.</param>
/// <param name="Began">When it began; where its file does not say, when that was written.</param>
/// <param name="IsSpoilt">Whether this machine was too busy for its total to be compared with others.</param>
internal sealed record KeptRun(
    string Example,
    KeptTimeline Timeline,
    KeptUnit Unit,
    string Id = "",
    string Clock = "",
    DateTimeOffset? Began = null,
    bool IsSpoilt = false
)
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
    internal string TotalText => TextOf(Length);

    /// <summary>What its tasks took from the work queue, in that order.</summary>
    internal IEnumerable<string> Works =>
        Timeline.Lanes.SelectMany(lane => lane.Items ?? []).OrderBy(item => item.From).Select(item => item.Work);

    /// <summary>A part of its length in the run's own unit.</summary>
    internal string TextOf(double length) =>
        !IsTimed
            ? FormattableString.Invariant($"{length:0} line{(length == 1 ? "" : "s")}")
            : Unit switch
            {
                KeptUnit.Minutes => FormattableString.Invariant($"{length / 60:0.#} min"),
                KeptUnit.RealTime when length < 1 => FormattableString.Invariant($"{length * 1000:0.#} ms"),
                _ => Seconds.Of(length),
            };

    /// <summary>Reads a file; null when there is no run in it.</summary>
    internal static KeptRun? Read(string path)
    {
        try
        {
            var run = JsonSerializer.Deserialize<KeptRun>(File.ReadAllText(path), Json);
            return run is { Began: null }
                ? run with
                {
                    Began = new DateTimeOffset(File.GetLastWriteTimeUtc(path)),
                }
                : run;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
