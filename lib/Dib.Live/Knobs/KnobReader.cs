using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dib.Live.Knobs;

/// <summary>Finds out what kind of field a variable makes, by the shape of the expression that it starts with.</summary>
internal static class KnobReader
{
    internal static IEnumerable<Knob> Read(
        FieldDeclarationSyntax field,
        VariableDeclaratorSyntax variable,
        string folder
    )
    {
        var name = variable.Identifier.ValueText;
        var hint = HintOf(field);
        var type = field.Declaration.Type.ToString();
        return variable.Initializer?.Value switch
        {
            CollectionExpressionSyntax list => NumberKnobs.Of(name, hint, list, type),
            LiteralExpressionSyntax
            or PrefixUnaryExpressionSyntax when NumberKnobs.IsNumber(variable.Initializer.Value, type) =>
                NumberKnobs.Of(name, hint, variable.Initializer.Value, type),
            LiteralExpressionSyntax literal => Literal(name, hint, literal),
            InvocationExpressionSyntax call => Call(name, hint, call, folder),
            _ => [],
        };
    }

    private static IEnumerable<Knob> Literal(string name, string hint, LiteralExpressionSyntax literal) =>
        literal.Kind() switch
        {
            SyntaxKind.StringLiteralExpression =>
            [
                new Knob(
                    new KnobField(name, KnobKind.Text, literal.Token.ValueText, hint),
                    "a text",
                    value => new TextChange(literal.Span, SymbolDisplay.FormatLiteral(value, quote: true))
                ),
            ],
            SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression =>
            [
                new Knob(
                    new KnobField(name, KnobKind.Switch, literal.Token.ValueText, hint),
                    "true or false",
                    value => value is "true" or "false" ? new TextChange(literal.Span, value) : null
                ),
            ],
            _ => [],
        };

    private static IEnumerable<Knob> Call(string name, string hint, InvocationExpressionSyntax call, string folder) =>
        call.Expression.ToString() switch
        {
            "Clock.Real" or "Clock.Virtual" => ClockKnob.Of(name, hint, call),
            "TimeSpan.FromMilliseconds" => NumberKnobs.OfMilliseconds(name, hint, call),
            _ => SiteKnobs.Of(name, call, folder),
        };

    // "// the work queue: ..." at the end of the line.
    private static string HintOf(FieldDeclarationSyntax field) =>
        field
            .GetTrailingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString().TrimStart('/').Trim())
            .FirstOrDefault("");
}
