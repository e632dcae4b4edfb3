using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>The knob of the clock: how fast it runs, or that it jumps.</summary>
internal static class ClockKnob
{
    internal static IEnumerable<Knob> Of(string name, string hint, InvocationExpressionSyntax call)
    {
        var speed = call.ArgumentList.Arguments is [{ Expression: var argument }] ? argument : null;
        var isVirtual = call.Expression.ToString() == "Clock.Virtual";
        if (speed is not null && NumberKnobs.ValueOf(speed) is null)
            return [];
        var shown = isVirtual ? KnobField.Virtual : speed?.ToString() ?? "1";
        return
        [
            new Knob(
                new KnobField(name, KnobKind.Speed, shown, hint),
                $"a speed above 0, from {KnobField.Slowest} to {KnobField.Fastest} on the slider, or {KnobField.Virtual}",
                value => Set(value, call, isVirtual ? null : speed)
            ),
        ];
    }

    private static TextChange? Set(string value, InvocationExpressionSyntax call, ExpressionSyntax? speed) =>
        value == KnobField.Virtual ? new TextChange(call.Span, "Clock.Virtual()")
        : NumberKnobs.Number(value, isWhole: false) is not { } number
        || double.Parse(number, CultureInfo.InvariantCulture) <= 0
            ? null
        : speed is null ? new TextChange(call.Span, $"Clock.Real(speed: {number})")
        : new TextChange(speed.Span, number);
}
