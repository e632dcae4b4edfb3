using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Dib.Kernel.Engine;

/// <summary>Gets the compiler going while the engine is put together.</summary>
internal static class CompilerWarmUp
{
    internal static async Task RunAsync()
    {
        var options = ScriptOptions
            .Default.AddImports("System", "System.Linq", "System.Threading.Tasks")
            .WithEmitDebugInformation(true)
            .AddReferences(typeof(Enumerable).Assembly);
        var state = await CSharpScript.RunAsync("await Task.Yield();\nnew { Warm = 1 }", options);
        _ = state.Script.GetCompilation().GetDiagnostics();
    }
}
