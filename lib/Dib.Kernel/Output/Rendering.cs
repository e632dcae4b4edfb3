using Dib.Protocol;
using Microsoft.DotNet.Interactive.Formatting;
using FormattedValue = Dib.Protocol.FormattedValue;

namespace Dib.Kernel.Output;

/// <summary>Renders values through the formatters that notebooks and their libraries register.</summary>
internal static class Rendering
{
    /// <summary>Renders in the formats asked for, or in those that the value's type prefers.</summary>
    internal static IReadOnlyList<FormattedValue> AsMimeTypes(object? value, params string[] mimeTypes) =>
        [.. (mimeTypes is [] ? Preferred(value) : mimeTypes).Select(mimeType => As(mimeType, value))];

    internal static FormattedValue As(string mimeType, object? value) => new(mimeType, value.ToDisplayString(mimeType));

    private static IEnumerable<string> Preferred(object? value) => Formatter.GetPreferredMimeTypesFor(value?.GetType());
}
