using Microsoft.DotNet.Interactive.Documents;

namespace Dib.Tests.Format.Judged;

/// <summary>Reads notebooks with Microsoft.DotNet.Interactive.Documents, as VS Code and the tool do.</summary>
internal static class Judge
{
    /// <summary>The cells that a reader gets to see; null when the file is refused, whatever the exception.</summary>
    internal static SeenCell[]? CellsOf(byte[] file)
    {
        try
        {
            return [.. Read(file).Elements.Select(cell => new SeenCell(cell.KernelName ?? "", cell.Contents))];
        }
        catch (Exception)
        {
            return null;
        }
    }

    internal static InteractiveDocument Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return CodeSubmission.Read(stream, KernelsOfTheTool());
    }

    internal static byte[] Write(InteractiveDocument document)
    {
        using var stream = new MemoryStream();
        CodeSubmission.Write(document, stream, []);
        return stream.ToArray();
    }

    // Without markdown, which Documents adds to a copy: given one, it would add each file's kernels to ours.
    private static KernelInfoCollection KernelsOfTheTool() =>
        [
            new("csharp", "C#", ["c#", "cs"]),
            new("fsharp", "F#", ["f#", "fs"]),
            new("html", "HTML"),
            new("http", "HTTP"),
            new("javascript", "JavaScript", ["js"]),
            new("mermaid", "Mermaid"),
            new("pwsh", "PowerShell", ["powershell"]),
            new("value"),
        ];
}
