using Dib.Host.Kernels;
using Dib.Host.Notebooks;

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
        if (arguments.Knobs.Count > 0 && notebooks.FirstOrDefault(notebook => notebook.KnobsCell is null) is { } rigid)
            throw new UsageException(
                $"--set {arguments.Knobs[0].Name}=…: {rigid.Name} has no knobs cell (a csharp cell whose first line is the comment // knobs)."
            );
        if (
            arguments.Kernel is { FileName: "dotnet", Arguments: [var file, ..] }
            && file == KernelLauncher.Default.Arguments[0]
            && !File.Exists(file)
        )
            throw new UsageException(
                $"The kernel is not built: there is no {file}; build the solution with `dotnet build`."
            );
    }
}
