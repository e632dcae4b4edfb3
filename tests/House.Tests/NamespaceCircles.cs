using Mono.Cecil;

namespace House.Tests;

/// <summary>Finds namespaces of an assembly that need each other, directly or through others.</summary>
internal static class NamespaceCircles
{
    /// <summary>A line for each circle: its namespaces, each with a type of it and the type of the next one that it names.</summary>
    /// <param name="root">The namespace to look into; types of others, such as generated ones, do not count.</param>
    internal static IReadOnlyList<string> In(string assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var arrows = TypeReferences
            .In(module)
            .Where(pair => pair.From.Namespace != pair.To.Namespace && IsIn(root, pair.From) && IsIn(root, pair.To))
            .ToLookup(pair => pair.From.Namespace, StringComparer.Ordinal);
        return
        [
            .. arrows
                .OrderBy(arrow => arrow.Key, StringComparer.Ordinal)
                .SelectMany(arrow => arrow.DistinctBy(pair => pair.To.Namespace))
                .Select(arrow => CircleOf(arrow, arrows))
                .OfType<IReadOnlyList<(TypeDefinition From, TypeDefinition To)>>()
                .DistinctBy(circle => string.Join(' ', circle.Select(pair => pair.From.Namespace).Order()))
                .Select(circle => string.Join("; ", circle.Select(pair => $"{pair.From} -> {pair.To}"))),
        ];
    }

    private static bool IsIn(string root, TypeDefinition type) =>
        type.Namespace == root || type.Namespace.StartsWith(root + ".", StringComparison.Ordinal);

    // The shortest way back to where the arrow starts.
    private static IReadOnlyList<(TypeDefinition From, TypeDefinition To)>? CircleOf(
        (TypeDefinition From, TypeDefinition To) first,
        ILookup<string, (TypeDefinition From, TypeDefinition To)> arrows
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { first.To.Namespace };
        var ways = new Queue<IReadOnlyList<(TypeDefinition From, TypeDefinition To)>>([
            [first],
        ]);
        while (ways.TryDequeue(out var way))
        {
            if (way[^1].To.Namespace == first.From.Namespace)
                return way;
            foreach (var next in arrows[way[^1].To.Namespace].Where(next => seen.Add(next.To.Namespace)))
                ways.Enqueue([.. way, next]);
        }
        return null;
    }
}
