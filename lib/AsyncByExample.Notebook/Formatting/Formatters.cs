using System.Net;
using System.Text.Json;
using AsyncByExample.Charts;
using Microsoft.DotNet.Interactive.Formatting;

namespace AsyncByExample.Notebook.Formatting;

/// <summary>How a notebook shows the library's values.</summary>
public static class Formatters
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    /// <summary>Registers the library's formatters with the registry that notebook kernels use.</summary>
    public static void Register()
    {
        Register<Picture>(ChartHtml.Of, chart => chart.ToString());
        Register<HtmlFragment>(fragment => fragment.Html, fragment => fragment.Text);
        PlotlyCharts.Register();
        Register<Summary>(
            summary => $"<ul>{string.Concat(summary.Sentences.Select(Item))}</ul>",
            summary => summary.ToString()
        );
        Register<Run>(run => $"<pre>{WebUtility.HtmlEncode(TextOf(run))}</pre>", TextOf);
        Formatter.Register<Run>(Json, "application/json");
    }

    /// <summary>Shows values of a type as a reader's chart.</summary>
    internal static void Register(Type type, Func<object, ReadersChart> chartOf)
    {
        Formatter.Register(type, (value, output) => output.Write(ChartHtml.Of(chartOf(value))), Html);
        Formatter.Register(type, (value, output) => output.Write(chartOf(value)), Plain);
        Formatter.SetPreferredMimeTypesFor(type, Html, Plain);
    }

    private static void Register<T>(Func<T, string> html, Func<T, string> plain)
    {
        Formatter.Register(html, Html);
        Formatter.Register(plain, Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(T), Html, Plain);
    }

    private static string Item(string sentence) => $"<li>{WebUtility.HtmlEncode(sentence)}</li>";

    private static string TextOf(Run run) => Summary.Of(run).ToString();

    // What a program that runs notebooks asks for: the total in what the run counts in, as its pictures show it.
    private static string Json(Run run)
    {
        (double Total, double LowerBound, string Unit) measured =
            run.Unit == TimeUnit.Minutes ? (run.Total.TotalMinutes, run.LowerBound.Time.TotalMinutes, "min")
            : run.IsTimed ? (run.Total.TotalSeconds, run.LowerBound.Time.TotalSeconds, "s")
            : (run.Timeline.LineCount, 0, "lines");
        return JsonSerializer.Serialize(
            new
            {
                example = run.Example,
                clock = run.Clock,
                total = measured.Total,
                // A bound of nothing bounds nothing.
                lowerBound = measured.LowerBound > 0 ? measured.LowerBound : (double?)null,
                unit = measured.Unit,
                late = run.Timeline.Late.TotalSeconds,
            }
        );
    }
}
