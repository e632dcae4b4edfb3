namespace AsyncByExample.Notebook;

/// <summary>The editor that started this kernel, if it is Polyglot Notebooks in Visual Studio Code.</summary>
internal static class VisualStudioCode
{
    /// <summary>Whether it is: it says so on the kernel's command line.</summary>
    public static bool IsHere { get; } = Environment.GetCommandLineArgs().Contains("[vscode]", StringComparer.Ordinal);
}
