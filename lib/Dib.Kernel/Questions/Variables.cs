using Dib.Protocol;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using FormattedValue = Dib.Protocol.FormattedValue;

namespace Dib.Kernel.Questions;

/// <summary>The variables that cells have left behind; a name declared twice is the later one.</summary>
internal static class Variables
{
    internal static ValueInfosProduced List(ScriptState state, string mimeType) =>
        new([.. All(state).Select(variable => Describe(variable, mimeType))]);

    internal static ValueProduced Find(ScriptState state, RequestValue request)
    {
        var variable = All(state)
            .FirstOrDefault(each => string.Equals(each.Name, request.Name, StringComparison.Ordinal));
        return variable is null
            ? throw new KeyNotFoundException($"Value '{request.Name}' not found in kernel csharp")
            : new ValueProduced(request.Name, As(request.MimeType, variable.Value));
    }

    private static IEnumerable<ScriptVariable> All(ScriptState state) =>
        state.Variables.GroupBy(variable => variable.Name, StringComparer.Ordinal).Select(same => same.Last());

    private static KernelValueInfo Describe(ScriptVariable variable, string mimeType) =>
        new(
            variable.Name,
            As(mimeType, variable.Value),
            [.. Formatter.GetPreferredMimeTypesFor(variable.Type)],
            variable.Type.ToString()
        );

    private static FormattedValue As(string mimeType, object? value) => new(mimeType, value.ToDisplayString(mimeType));
}
