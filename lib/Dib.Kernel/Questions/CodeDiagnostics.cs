using Dib.Kernel.Diagnostics;
using Dib.Protocol;
using Microsoft.CodeAnalysis;

namespace Dib.Kernel.Questions;

/// <summary>What the compiler says of code that is not run.</summary>
internal static class CodeDiagnostics
{
    internal static async Task<IEnumerable<KernelEvent>> FindAsync(Document document)
    {
        var model = await document.GetSemanticModelAsync();
        var diagnostics = model!.GetDiagnostics(cancellationToken: CancellationToken.None);
        return diagnostics.IsEmpty ? [] : [CSharpDiagnostics.ToEvent(diagnostics, cell: "")];
    }
}
