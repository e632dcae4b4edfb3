namespace Dib.Kernel.Session;

/// <summary>The kernels that cells may name, by all their names.</summary>
internal static class KernelNames
{
    internal const string CSharp = "csharp";
    internal const string Html = "html";
    internal const string JavaScript = "javascript";
    internal const string Markdown = "markdown";

    private static readonly Dictionary<string, string> ByAlias = new(StringComparer.Ordinal)
    {
        [CSharp] = CSharp,
        ["c#"] = CSharp,
        ["C#"] = CSharp,
        ["cs"] = CSharp,
        [Html] = Html,
        [JavaScript] = JavaScript,
        ["js"] = JavaScript,
        [Markdown] = Markdown,
        ["md"] = Markdown,
    };

    /// <summary>The kernel with this name or alias; null when there is none.</summary>
    internal static string? Find(string nameOrAlias) => ByAlias.GetValueOrDefault(nameOrAlias);
}
