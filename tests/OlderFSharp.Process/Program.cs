using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Core;

// The process's own copy is in use before the library comes.
Console.WriteLine($"the process carries FSharp.Core {typeof(FSharpOption<int>).Assembly.GetName().Version}");

// As a package's would be, its Plotly.NET and what that is built on are there before the library comes.
foreach (var path in args.Skip(1))
    AssemblyLoadContext.Default.LoadFromAssemblyPath(path);

var setup = await CSharpScript.RunAsync<object>(
    $"""
    #r "{args[0]}"
    using AsyncByExample;
    using AsyncByExample.Charts;
    using AsyncByExample.Clocks;

    AsyncByExample.Notebook.Library.Prepare();
    TimelineChart.Of(Recorder.Record("example", Clock.Virtual(), LowerBound.NoWaiting([]), () => System.Console.WriteLine("line")))
    """
);
Console.WriteLine(setup.ReturnValue.ToDisplayString("text/html"));

var cell = await setup.ContinueWithAsync<object>(
    """
    using Plotly.NET.CSharp;
    Chart.Line<double, double, string>(x: new[] { 1.0, 2.0 }, y: new[] { 3.0, 4.0 }, Name: "a reader's own")
    """
);
Console.WriteLine(cell.ReturnValue.ToDisplayString("text/plain"));
