using Dib.Kernel.Output;
using Dib.Protocol;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every C# cell can call without a using of its own.</summary>
#pragma warning disable IDE1006, CA1708 // The names are those that notebooks know.
public static class Kernel
{
    /// <summary>Shows a value below the cell, in the formats asked for or in its preferred ones.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        var formatted = Rendering.AsMimeTypes(value, mimeTypes);
        var displayed = new DisplayedValue([.. formatted.Select(format => format.MimeType)]);
        KernelInvocationContext.Current?.Scope.Publish(new DisplayedValueProduced(formatted, displayed.DisplayId));
        return displayed;
    }

    /// <summary>Text that is HTML, to be displayed as such.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs a script in the page that shows the notebook.</summary>
    public static void Javascript(string scriptContent) => display(Page.Script(scriptContent));

    /// <inheritdoc cref="Javascript"/>
    public static void javascript(string scriptContent) => Javascript(scriptContent);

    /// <summary>Adds style rules to the page that shows the notebook.</summary>
    public static void CSS(string content) => Javascript(Page.AddStyle(content));
}
