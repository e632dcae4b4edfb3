using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Dib.Kernel.Engine;

/// <summary>Gets the compiler going while the engine is put together.</summary>
internal static class CompilerWarmUp
{
    /// <summary>Runs a cell that leaves nothing behind; gives what the first of the reader's continues from.</summary>
    internal static async Task<ScriptState> RunAsync()
    {
        var options = CellOptions.OfTheEngine.ForNotebooks();
        var state = await CSharpScript.RunAsync("Console.Write(\"\");\nawait Task.Yield();\nnew { Warm = 1 }", options);
        _ = state.Script.GetCompilation().GetDiagnostics();
        return state;
    }
}
