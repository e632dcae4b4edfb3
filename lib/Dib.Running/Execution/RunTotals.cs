using System.Text.Json;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Running.Execution;

/// <summary>What a notebook's variable <c>run</c> says of it.</summary>
/// <param name="Total">How much there was of its unit.</param>
/// <param name="LowerBound">The least that its work allows; null where there is no such thing.</param>
/// <param name="Unit">What the run counts in, such as <c>s</c>, <c>min</c> or <c>lines</c>.</param>
internal sealed record RunTotals(double? Total, double? LowerBound, string Unit = "s")
{
    internal static readonly RunTotals None = new(null, null);

    /// <summary>The total with its unit; null where there is none.</summary>
    internal string? TotalText => Text(Total);

    /// <summary>The lower bound with its unit; null where there is none.</summary>
    internal string? BoundText => Text(LowerBound);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the variable's JSON; anything else than the object that is expected says nothing.</summary>
    internal static RunTotals Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RunTotals>(json, Options) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private string? Text(double? number) =>
        number is not { } value ? null
        : Unit == "s" ? Seconds.Of(value)
        : FormattableString.Invariant($"{value:0.#} {Unit}");

    /// <summary>Asks a kernel for the variable; one that has none, or has ended, says nothing.</summary>
    internal static async Task<RunTotals> AskAsync(IKernel kernel)
    {
        var totals = None;
        try
        {
            var question = new RequestValue("run") { TargetKernelName = "csharp" };
            await foreach (var message in kernel.SendUnattendedAsync(question))
            {
                if (message is ValueProduced value)
                    totals = Parse(value.FormattedValue.Value);
            }
        }
        // It ended after its last cell: the results stand, only the totals are missing.
        catch (KernelException) { }
        return totals;
    }
}
