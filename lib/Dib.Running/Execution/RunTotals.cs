using System.Text.Json;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Running.Execution;

/// <summary>What a notebook's variable <c>run</c> says of it, in seconds.</summary>
internal sealed record RunTotals(double? Total, double? LowerBound)
{
    internal static readonly RunTotals None = new(null, null);

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
