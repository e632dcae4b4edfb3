using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Dib.Kernel.Engine;

/// <summary>Hands Markdown to the page. The engine leaves that to editors.</summary>
internal sealed class MarkdownKernel : Microsoft.DotNet.Interactive.Kernel, IKernelCommandHandler<SubmitCode>
{
    internal MarkdownKernel()
        : base("markdown") => KernelInfo.LanguageName = "Markdown";

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        context.DisplayAs(command.Code, "text/markdown");
        return Task.CompletedTask;
    }
}
