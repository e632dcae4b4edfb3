using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;

namespace Dib.Kernel.Directives;

/// <summary><c>#!lsmagic</c>: lists the magic commands that there are, by kernel. The engine leaves it to editors.</summary>
internal static class LsMagicDirective
{
    internal static CompositeKernel UseLsMagic(this CompositeKernel root)
    {
        root.AddDirective(
            new KernelActionDirective("#!lsmagic") { Description = "Lists the magic commands that there are" },
            (_, context) =>
            {
                context.DisplayAs(List(root), "text/plain");
                return Task.CompletedTask;
            }
        );
        return root;
    }

    private static string List(CompositeKernel root) =>
        string.Join(
            "\n\n",
            root.ChildKernels.Prepend(root)
                .Where(kernel => Shown(kernel).Any())
                .Select(kernel => $"{kernel.Name}\n{Lines(kernel)}")
        );

    private static string Lines(Microsoft.DotNet.Interactive.Kernel kernel) =>
        string.Join(
            '\n',
            Shown(kernel).Select(directive => $"    {directive.Name, -16}{directive.Description}".TrimEnd())
        );

    private static IEnumerable<KernelDirective> Shown(Microsoft.DotNet.Interactive.Kernel kernel) =>
        kernel
            .KernelInfo.SupportedDirectives.Where(directive => !directive.Hidden)
            .OrderBy(directive => directive.Name, StringComparer.Ordinal);
}
