using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Dib.Kernel.Engine;

/// <summary>The parts of the compiler's editor services that the engine needs to know what cells have declared.</summary>
internal static class EditorServices
{
    /// <summary>
    /// Without completions, hovers and the like, which this kernel answers itself when it is asked: to find them all
    /// takes twice as long, at every start, and 30 MB.
    /// </summary>
    internal static MefHostServices OfTheEngine { get; } =
        MefHostServices.Create([typeof(Workspace).Assembly, Assembly.Load("Microsoft.CodeAnalysis.CSharp.Workspaces")]);
}
