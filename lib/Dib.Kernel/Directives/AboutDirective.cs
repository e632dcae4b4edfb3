using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;

namespace Dib.Kernel.Directives;

/// <summary><c>#!about</c>: tells what runs the cells. The engine leaves it to editors.</summary>
internal static class AboutDirective
{
    internal static CompositeKernel UseAbout(this CompositeKernel root)
    {
        root.AddDirective(
            new KernelActionDirective("#!about") { Description = "Tells what runs the cells" },
            (_, context) =>
            {
                context.DisplayAs(Text, "text/plain");
                return Task.CompletedTask;
            }
        );
        return root;
    }

    private static string Text =>
        $"""
            Async by Example's kernel
            Microsoft.DotNet.Interactive {VersionOf(typeof(CompositeKernel))}
            Microsoft.DotNet.Interactive.CSharp {VersionOf(typeof(CSharpKernel))}
            {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}
            """;

    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
