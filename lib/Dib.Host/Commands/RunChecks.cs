using Dib.Running;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;

namespace Dib.Host.Commands;

/// <summary>What can be said against a run before it starts.</summary>
internal static class RunChecks
{
    /// <exception cref="UsageException">The run cannot go as asked.</exception>
    internal static void Check(RunArguments arguments, IReadOnlyList<Notebook> notebooks)
    {
        if (
            notebooks
                .GroupBy(notebook => notebook.Name, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(same => same.Count() > 1) is
            { } same
        )
            throw new UsageException(
                $"{string.Join(" and ", same.Select(notebook => notebook.ShownPath))} have the same name and would share a page; run them one by one."
            );
        var known = notebooks.SelectMany(notebook => notebook.Knobs).Distinct(StringComparer.Ordinal).ToArray();
        if (arguments.Knobs.FirstOrDefault(knob => !known.Contains(knob.Name, StringComparer.Ordinal)) is { } unknown)
            throw new UsageException($"--set {unknown.Name}=…: {Lack(notebooks, known, unknown)}");
        if (
            arguments.Kernel is { FileName: "dotnet", Arguments: [var file, ..] }
            && file == KernelLauncher.Default.Arguments[0]
            && !File.Exists(file)
        )
            throw new UsageException(
                $"The kernel is not built: there is no {file}; build the solution with `dotnet build`."
            );
    }

    private static string Lack(IReadOnlyList<Notebook> notebooks, string[] known, Knob unknown)
    {
        var names = string.Join(", ", notebooks.Select(notebook => notebook.Name));
        return known.Length == 0
            ? $"there is no knobs cell in {names} (a csharp cell whose first line is the comment // knobs)."
            : $"there is no knob named {unknown.Name} in {names}, but {string.Join(", ", known)}.";
    }
}
