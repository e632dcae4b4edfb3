namespace LivePage.Tests;

/// <summary>Holds a running cell until the test lets it go.</summary>
internal sealed class Latch(string path)
{
    /// <summary>The statement, in C#, at which the cell waits.</summary>
    public string Wait =>
        $"while (!System.IO.File.Exists({'"'}{path.Replace('\\', '/')}{'"'})) System.Threading.Thread.Sleep(5);";

    public void Open() => File.WriteAllText(path, "");
}
