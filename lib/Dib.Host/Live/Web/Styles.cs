namespace Dib.Host.Live.Web;

/// <summary>The styles that live pages share with written ones.</summary>
internal static class Styles
{
    internal static string Page { get; } = Read("page.css");

    internal static string Frame { get; } = Read("frame.css");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Styles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
