using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Dib.Kernel.CSharp;

/// <summary>How cells are compiled: what they see without saying so, and where their paths lead.</summary>
internal static class CellOptions
{
    private static readonly ScriptOptions Common = ScriptOptions
        .Default.WithLanguageVersion(LanguageVersion.Latest)
        // As the real kernel compiles: a line of a stack trace is the line of the cell, a state machine keeps its
        // variables, and what a reader measures is what the editor would show. Work that has to be fast is in libraries.
        .WithOptimizationLevel(OptimizationLevel.Debug)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .AddImports(
            "System",
            "System.Text",
            "System.Collections",
            "System.Collections.Generic",
            "System.Threading.Tasks",
            "System.Linq"
        )
        .AddReferences(
            typeof(object).Assembly,
            typeof(Enumerable).Assembly,
            typeof(Microsoft.DotNet.Interactive.Kernel).Assembly,
            typeof(Formatter).Assembly
        );

    /// <summary>The options of a cell with this name; paths are relative to the working directory as it is now.</summary>
    internal static ScriptOptions For(string cell)
    {
        var directory = Directory.GetCurrentDirectory();
        return Common
            .WithFilePath(cell)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(directory))
            .WithSourceResolver(new CellSources(directory));
    }
}
