using System.Net;
using System.Text.Json;
using Plotly.NET;

namespace AsyncByExample.Charts;

/// <summary>A chart as a fragment of HTML that needs nothing from the network.</summary>
internal static class ChartHtml
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// The chart's figure as data, with its numbers as a table for those who cannot see it. It is drawn by the script
    /// of <see cref="ChartScript"/>, whenever that is on the page; where it is a file, the first chart in sight fetches it.
    /// </summary>
    public static string Of(Picture chart) =>
        chart.IsSentence
            ? $"<p>{WebUtility.HtmlEncode(chart.Title)}</p>"
            : Of(
                chart.Title,
                Caption(chart.Title),
                GenericChart.toFigureJson(chart.Figure),
                chart.Table,
                CursorOf(chart),
                NoteOf(chart)
            );

    /// <summary>The same for a chart that a reader made. It draws its title itself.</summary>
    public static string Of(ReadersChart chart) => Of(chart.Title, "", chart.FigureJson, chart.Table, "");

    private static string Of(
        string title,
        string caption,
        string figure,
        string table,
        string cursor,
        string note = ""
    ) =>
        $"""
            <figure class="abe-chart" style="margin:0.5em 0 1em" role="group" aria-label="{WebUtility.HtmlEncode(
                title
            )}">{caption}
            <div class="abe-canvas"><style>.abe-drawn > .abe-missing {"{"} display: none {"}"}</style><p class="abe-missing">{Missing}</p></div>{note}
            <details><summary style="cursor:pointer;opacity:0.8;font-size:0.85em">The numbers</summary><pre>{WebUtility.HtmlEncode(
                table
            )}</pre></details>
            <script type="application/json">{Embedded(figure)}</script>{cursor}
            </figure>
            <script>{Draw}</script>
            """;

    private static string Draw => ChartScript.Fetching + "window.asyncByExample?.drawAll();";

    private static string Missing =>
        ChartScript.Fetching.Length > 0
            ? "This chart is drawn as soon as its script is loaded. If it is not, run the setup cell again, and then this one."
            : "This chart is drawn as soon as the setup cell's output is on the page: run that cell, or scroll to it.";

    private static string Caption(string title) =>
        $"\n<figcaption style=\"font-weight:600;margin-bottom:0.3em\">{WebUtility.HtmlEncode(title)}</figcaption>";

    private static string NoteOf(Picture chart) =>
        chart.Note.Length > 0
            ? $"\n<p class=\"abe-note\" style=\"margin:0.2em 0 0.4em\">{WebUtility.HtmlEncode(chart.Note)}</p>"
            : "";

    private static string CursorOf(Picture chart) =>
        chart.Cursor is { } cursor
            ? $"\n<script type=\"application/json\" class=\"abe-cursor-data\">{Embedded(JsonSerializer.Serialize(cursor, Json))}</script>"
            : "";

    // Inside a script element only its end tag and comments mean something to HTML.
    private static string Embedded(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
