using System.Runtime.CompilerServices;

namespace Dib.Tests.Format.Judged;

/// <summary>Where the product's own notebooks are.</summary>
internal static class Repository
{
    internal static IEnumerable<string> Notebooks() =>
        Directory
            .EnumerateFiles(Path.Combine(ThisFolder(), "../../../../notebooks"), "*.dib")
            .Order(StringComparer.Ordinal);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
