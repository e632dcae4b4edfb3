namespace Dib.Kernel.Magic;

/// <summary>The magic commands that the real .NET Interactive knows and this kernel does not obey.</summary>
internal static class UnsupportedMagic
{
    private const string UseAnEditor = "Open the notebook in an editor that has it, or leave the cell out.";
    private const string UseVariables = "Keep the value in a C# variable: every later C# cell sees it.";
    private const string UseCSharp = "Say it in C#.";

    private static readonly Dictionary<string, string> Advices = new(StringComparer.Ordinal)
    {
        ["#!fsharp"] = UseAnEditor,
        ["#!f#"] = UseAnEditor,
        ["#!F#"] = UseAnEditor,
        ["#!fs"] = UseAnEditor,
        ["#!pwsh"] = UseAnEditor,
        ["#!powershell"] = UseAnEditor,
        ["#!http"] = UseAnEditor,
        ["#!mermaid"] = UseAnEditor,
        ["#!sql"] = UseAnEditor,
        ["#!kql"] = UseAnEditor,
        ["#!connect"] = UseAnEditor,
        ["#!value"] = UseVariables,
        ["#!share"] = UseVariables,
        ["#!set"] = UseVariables,
        ["#!who"] = UseCSharp,
        ["#!whos"] = UseCSharp,
        ["#!time"] = UseCSharp,
        ["#!about"] = UseCSharp,
        ["#!lsmagic"] = UseCSharp,
    };

    /// <summary>What to do instead; null when the command is unknown altogether.</summary>
    internal static string? Advice(string name) => Advices.GetValueOrDefault(name);
}
