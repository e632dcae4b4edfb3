using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Formatting;

namespace Dib.Kernel.Engine;

/// <summary>How cells are compiled: as the engine does, and so that an exception has its line.</summary>
internal static class CellOptions
{
    /// <summary>The engine's options, for what is compiled before the engine is there.</summary>
    internal static ScriptOptions OfTheEngine =>
        ScriptOptions
            .Default.WithLanguageVersion(LanguageVersion.Latest)
            .AddImports(
                "System",
                "System.Text",
                "System.Collections",
                "System.Collections.Generic",
                "System.Threading.Tasks",
                "System.Linq"
            )
            .AddReferences(
                typeof(Enumerable).Assembly,
                typeof(Microsoft.DotNet.Interactive.Kernel).Assembly,
                typeof(CSharpKernel).Assembly,
                typeof(PocketView).Assembly
            );

    /// <summary>Adds what every cell can call, and debug information.</summary>
    /// <remarks>The names come before a cell's own usings, so that the engine's helpers can be opened beside them.</remarks>
    internal static ScriptOptions ForNotebooks(this ScriptOptions options) =>
        options
            .AddImports(typeof(NotebookFunctions).FullName!)
            .AddReferences(typeof(NotebookFunctions).Assembly)
            .WithFileEncoding(Encoding.UTF8)
            .WithEmitDebugInformation(true);

    /// <summary>Lets paths start from a folder; the engine would make a path of a cell's name, too.</summary>
    internal static ScriptOptions In(this ScriptOptions options, string folder) =>
        options
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(new CellSources(folder));
}
