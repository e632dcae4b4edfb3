namespace Dib.Format;

/// <summary>Writes a notebook the way VS Code does: header, then per cell its separator, a blank line, the text, a blank line.</summary>
public static class DibWriter
{
    private const string Header =
        """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp"},{"name":"fsharp","languageName":"F#","aliases":["f#","fs"]},{"name":"html","languageName":"HTML"},{"name":"http","languageName":"HTTP"},{"name":"javascript","languageName":"JavaScript","aliases":["js"]},{"name":"mermaid","languageName":"Mermaid"},{"name":"pwsh","languageName":"PowerShell","aliases":["powershell"]},{"name":"value"}]}}""";

    /// <summary>Writes cells, given as kernel name and text, under the header that VS Code writes.</summary>
    public static string Write(IEnumerable<(string KernelName, string Text)> cells) => Write(Header, cells);

    internal static string Write(string header, IEnumerable<(string KernelName, string Text)> cells) =>
        $"#!meta\n\n{header}\n" + string.Concat(cells.Select(cell => $"\n#!{cell.KernelName}\n\n{cell.Text}\n"));
}
