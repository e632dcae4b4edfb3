using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using EngineKernel = Microsoft.DotNet.Interactive.Kernel;

namespace Dib.Kernel.Engine;

/// <summary>What every C# cell can call without a using of its own: the engine's helpers, but for display.</summary>
#pragma warning disable IDE1006, CA1708 // The names are those that notebooks know.
public static class NotebookFunctions
{
    /// <inheritdoc cref="EngineKernel.Current"/>
    public static EngineKernel Current => EngineKernel.Current;

    /// <inheritdoc cref="EngineKernel.Root"/>
    public static EngineKernel Root => EngineKernel.Root;

    /// <summary>Shows a value below the cell, in the formats asked for or in its preferred ones.</summary>
    /// <remarks>The engine's own gives a value whose Update shows a second output.</remarks>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        KernelInvocationContext.Current is { } cell ? cell.Display(value, mimeTypes) : value.Display(mimeTypes);

    /// <summary>Text that is HTML, to be displayed as such.</summary>
    public static IHtmlContent HTML(string content) => EngineKernel.HTML(content);

    /// <summary>Adds style rules to the page that shows the notebook.</summary>
    public static void CSS(string content) => EngineKernel.CSS(content);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    public static void Javascript(string scriptContent) => EngineKernel.Javascript(scriptContent);

    /// <inheritdoc cref="Javascript"/>
    public static void javascript(string scriptContent) => Javascript(scriptContent);

    /// <summary>Asks the reader for a text.</summary>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        EngineKernel.GetInputAsync(prompt, typeHint);

    /// <summary>Asks the reader for a password, which is shown nowhere.</summary>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") => EngineKernel.GetPasswordAsync(prompt);
}
