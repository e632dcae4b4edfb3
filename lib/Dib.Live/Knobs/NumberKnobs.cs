using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>Knobs that are numbers, or lists of them.</summary>
internal static class NumberKnobs
{
    internal static IEnumerable<Knob> Of(string name, string hint, CollectionExpressionSyntax list, string type)
    {
        var numbers = list.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression).ToArray();
        var isWhole = IsWhole(type);
        if (
            !numbers.All(number => number is not null && ValueOf(number) is not null)
            || !IsNumeric(type.TrimEnd('[', ']'))
        )
            return [];
        var field = new KnobField(
            name,
            KnobKind.Numbers,
            string.Join(", ", numbers.Select(number => number!.ToString())),
            hint
        );
        var takes = $"{(isWhole ? "whole numbers" : "numbers")} with commas between them, such as 15, 10, 5, 2";
        return
        [
            new Knob(
                field,
                takes,
                value => List(value, isWhole) is { } code ? new TextChange(list.Span, $"[{code}]") : null
            ),
        ];
    }

    internal static IEnumerable<Knob> Of(string name, string hint, ExpressionSyntax number, string type)
    {
        var isWhole = IsWhole(type.TrimEnd('?')) || (type == "var" && ValueOf(number) is int or long);
        var mayBeEmpty = type.EndsWith('?');
        var shown = number.IsKind(SyntaxKind.NullLiteralExpression) ? "" : number.ToString();
        var field = new KnobField(name, KnobKind.Number, shown, hint) { MayBeEmpty = mayBeEmpty };
        var takes = (isWhole ? "a whole number" : "a number") + (mayBeEmpty ? ", or nothing" : "");
        return
        [
            new Knob(
                field,
                takes,
                value =>
                    value.Length == 0 && mayBeEmpty ? new TextChange(number.Span, "null")
                    : Number(value, isWhole) is { } code ? new TextChange(number.Span, code)
                    : null
            ),
        ];
    }

    internal static IEnumerable<Knob> OfMilliseconds(string name, string hint, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: var number }] || ValueOf(number) is null)
            return [];
        var field = new KnobField(name, KnobKind.Milliseconds, number.ToString(), hint);
        return
        [
            new Knob(
                field,
                "a number of milliseconds",
                value =>
                    Number(value, isWhole: false) is { } code && code[0] != '-'
                        ? new TextChange(number.Span, code)
                        : null
            ),
        ];
    }

    internal static bool IsNumber(ExpressionSyntax value, string type) =>
        ValueOf(value) is not null || (value.IsKind(SyntaxKind.NullLiteralExpression) && IsNumeric(type.TrimEnd('?')));

    /// <summary>A number as C#; null when the text is none.</summary>
    internal static string? Number(string text, bool isWhole) =>
        isWhole && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
        : !isWhole
        && double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
        && double.IsFinite(number)
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
        : null;

    /// <summary>The value of a number that is written down, with or without a sign; null when the expression is none.</summary>
    internal static object? ValueOf(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) => literal
                .Token
                .Value,
            PrefixUnaryExpressionSyntax sign when sign.IsKind(SyntaxKind.UnaryMinusExpression) => ValueOf(sign.Operand),
            _ => null,
        };

    private static string? List(string text, bool isWhole)
    {
        var numbers = text.Trim('[', ']')
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => Number(number, isWhole))
            .ToArray();
        return numbers.Contains(null) ? null : string.Join(", ", numbers);
    }

    private static bool IsWhole(string type) => type.TrimEnd('[', ']') is "int" or "long";

    private static bool IsNumeric(string type) => IsWhole(type) || type is "double" or "float" or "decimal";
}
