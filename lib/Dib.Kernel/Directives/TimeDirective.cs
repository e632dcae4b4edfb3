using System.Diagnostics;
using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;

namespace Dib.Kernel.Directives;

/// <summary><c>#!time</c>: tells how long a cell took. The engine leaves it to editors.</summary>
internal static class TimeDirective
{
    internal static CompositeKernel UseTime(this CompositeKernel root)
    {
        root.AddDirective(
            new KernelActionDirective("#!time") { Description = "Tells how long the code took" },
            (_, context) =>
            {
                var start = Stopwatch.GetTimestamp();
                context.OnComplete(ended => ended.DisplayAs(Describe(Stopwatch.GetElapsedTime(start)), "text/plain"));
                return Task.CompletedTask;
            }
        );
        return root;
    }

    private static string Describe(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds}ms");
}
