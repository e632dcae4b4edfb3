using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.FSharp.Core;

// The process's own copy is in use before the library comes.
Console.WriteLine($"the process carries FSharp.Core {typeof(FSharpOption<int>).Assembly.GetName().Version}");

var chart = await CSharpScript.EvaluateAsync<object>(
    $"""
    #r "{args[0]}"
    using AsyncByExample;
    using AsyncByExample.Charts;
    using AsyncByExample.Clocks;
    using AsyncByExample.Recording;

    Library.Prepare();
    TimelineChart.Of(Recorder.Record("example", Clock.Virtual(), LowerBound.NoWaiting([]), () => System.Console.WriteLine("line")))
    """
);
Console.WriteLine(chart.ToDisplayString("text/html"));
