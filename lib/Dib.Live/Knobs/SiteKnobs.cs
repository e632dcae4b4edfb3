using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>The knobs of sites: how long each takes to answer, by its file or by <c>.With("google", latency: 3)</c>.</summary>
internal static class SiteKnobs
{
    internal static IEnumerable<Knob> Of(string name, InvocationExpressionSyntax call, string folder)
    {
        var changes = new Dictionary<string, InvocationExpressionSyntax>(StringComparer.Ordinal);
        var load = call;
        // The last change to a site is the outermost, and met first.
        while (
            load
                is {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.Text: "With",
                        Expression: InvocationExpressionSyntax inner
                    }
                }
        )
        {
            if (TextOf(load) is { } site)
                changes.TryAdd(site, load);
            load = inner;
        }
        if (load.Expression.ToString() != "Sites.Load" || TextOf(load) is not { } file)
            return [];
        return LatenciesIn(Path.Combine(folder, file))
            .Select(site => Of(name, site, changes.GetValueOrDefault(site.Name), call));
    }

    private static Knob Of(
        string name,
        Latency site,
        InvocationExpressionSyntax? change,
        InvocationExpressionSyntax whole
    )
    {
        var latency = change is null ? null : LatencyOf(change);
        var shown = latency?.Expression.ToString() ?? site.Seconds.ToString(CultureInfo.InvariantCulture);
        return new Knob(
            new KnobField($"{name}.{site.Name}", KnobKind.Latency, shown, "seconds until it answers"),
            "a number of seconds, 0 or more",
            value =>
                NumberKnobs.Number(value, isWhole: false) is not { } number || number[0] == '-' ? null
                : latency is not null ? new TextChange(latency.Expression.Span, number)
                : change is not null
                    ? new TextChange(End(change.ArgumentList.CloseParenToken.SpanStart), $", latency: {number}")
                : new TextChange(End(whole.Span.End), $".With({Quoted(site.Name)}, latency: {number})")
        );
    }

    private static TextSpan End(int position) => new(position, 0);

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string? TextOf(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax literal }, ..]
        && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal.Token.ValueText
            : null;

    private static ArgumentSyntax? LatencyOf(InvocationExpressionSyntax with) =>
        with.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == "latency")
        ?? with.ArgumentList.Arguments.Skip(1).FirstOrDefault(argument => argument.NameColon is null);

    // A file that is wrong is told by the cell when it runs; until then there is nothing to set.
    private static IEnumerable<Latency> LatenciesIn(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Latency[]>(File.ReadAllText(file), JsonSerializerOptions.Web) is { } sites
                ? sites.Where(site => site.Name is not null).DistinctBy(site => site.Name, StringComparer.Ordinal)
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private sealed record Latency(
        string Name,
        [property: System.Text.Json.Serialization.JsonPropertyName("latency")] double Seconds
    );
}
