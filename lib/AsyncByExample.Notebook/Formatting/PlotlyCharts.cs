using System.Reflection;
using AsyncByExample.Charts;
using Microsoft.DotNet.Interactive.Formatting;

namespace AsyncByExample.Notebook.Formatting;

/// <summary>
/// Shows what a reader makes with Plotly.NET, with whichever copy of it: the one beside the library, or one that a cell
/// has from a package. To the runtime their charts are different types, so they are known by their name.
/// </summary>
internal static class PlotlyCharts
{
    /// <summary>Registers the charts of every copy that the process has, or will have.</summary>
    public static void Register()
    {
        AppDomain.CurrentDomain.AssemblyLoad -= OnLoad;
        AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            RegisterThoseOf(assembly);
    }

    private static void OnLoad(object? sender, AssemblyLoadEventArgs load) => RegisterThoseOf(load.LoadedAssembly);

    private static void RegisterThoseOf(Assembly assembly)
    {
        if (assembly.GetName().Name != "Plotly.NET" || assembly.GetType("Plotly.NET.GenericChart") is not { } chart)
            return;
        if (chart.GetMethod("toFigureJson", [chart]) is not { } toFigureJson)
            return;
        // A formatter for the very type goes before one for its base: Plotly.NET.Interactive registers that one, later,
        // and what it writes asks for plotly.js over the network.
        foreach (var type in chart.GetNestedTypes().Where(nested => nested.IsSubclassOf(chart)).Prepend(chart))
            Formatters.Register(type, value => ChartOf(toFigureJson, value));
    }

    private static ReadersChart ChartOf(MethodInfo toFigureJson, object value) =>
        ReadersChart.Of(
            (string)toFigureJson.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, [value], culture: null)!
        );
}
