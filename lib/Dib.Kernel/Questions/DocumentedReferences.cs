using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Questions;

/// <summary>What code refers to, with the documentation that lies beside it.</summary>
internal static class DocumentedReferences
{
    private const string Framework = "Microsoft.NETCore.App";
    private static readonly ConcurrentDictionary<string, MetadataReference> ByPath = new(StringComparer.Ordinal);

    // The framework's documentation comes with the SDK; where there is none, its own assemblies have to do.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> OfFramework = new(() =>
        [
            .. Directory
                .EnumerateFiles(FindReferencePack() ?? RuntimeDirectory, "*.dll")
                .Where(IsManaged)
                .Select(FromFile),
        ]
    );

    private static string RuntimeDirectory => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    internal static IEnumerable<MetadataReference> Of(Compilation compilation) =>
        compilation
            .ExternalReferences.Concat(compilation.DirectiveReferences)
            .Where(reference => reference.Display?.Contains(Framework, StringComparison.Ordinal) is not true)
            .Select(WithDocumentation)
            .Concat(OfFramework.Value)
            .Distinct();

    private static MetadataReference WithDocumentation(MetadataReference reference) =>
        reference is PortableExecutableReference { FilePath: { } path } ? FromFile(path) : reference;

    private static MetadataReference FromFile(string path) =>
        ByPath.GetOrAdd(
            path,
            static path =>
                MetadataReference.CreateFromFile(
                    path,
                    documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml"))
                )
        );

    // .../shared/Microsoft.NETCore.App/10.0.1 is the runtime, .../packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0 its surface.
    private static string? FindReferencePack()
    {
        var packs = Path.Combine(RuntimeDirectory, "..", "..", "..", "packs", $"{Framework}.Ref");
        return Directory.Exists(packs)
            ? Directory
                .EnumerateDirectories(packs)
                .Select(version => Path.Combine(version, "ref", $"net{Environment.Version.ToString(2)}"))
                .LastOrDefault(Directory.Exists)
            : null;
    }

    private static bool IsManaged(string path) => !Path.GetFileName(path).StartsWith("lib", StringComparison.Ordinal);
}
