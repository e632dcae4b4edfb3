using Dib.Kernel.CSharp;
using Dib.Protocol;
using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Questions;

/// <summary>What the compiler says of code that is not run.</summary>
internal static class CodeDiagnostics
{
    internal static async Task<IEnumerable<KernelEvent>> FindAsync(Document document, CancellationToken token)
    {
        var model = await document.GetSemanticModelAsync(token);
        var diagnostics = model!.GetDiagnostics(cancellationToken: token);
        return diagnostics.IsEmpty ? [] : [CSharpDiagnostics.ToEvent(diagnostics, cell: "")];
    }
}
