using System.Runtime.CompilerServices;
using System.Text.Json;
using AsyncByExample.Tests.Deferreds.Originals;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>What Twisted itself printed, in tests/Originals/twisted.json, against what our Deferreds do.</summary>
public class TwistedTests
{
    private static readonly Dictionary<string, string[]> Prints = Load();

    private static readonly Dictionary<string, (Func<Stage, Task> Run, bool OnReactor)> Ours = new([
        .. CallbackScenarios.All,
        .. FiringScenarios.All,
        .. WaitingScenarios.All,
        .. CancelScenarios.All,
        .. PauseScenarios.All,
        .. TimeoutScenarios.All,
        .. ListScenarios.All,
        .. ListCancelScenarios.All,
        .. GeneratorScenarios.All,
        .. GeneratorCancelScenarios.All,
        .. CooperatorScenarios.All,
        .. CooperatorWaitScenarios.All,
        .. CooperativeTaskScenarios.All,
        .. CooperativeTaskEndScenarios.All,
        .. ReactorScenarios.All,
        .. DelayedCallScenarios.All,
    ]);

    public static TheoryData<string> Names => [.. Prints.Keys.Where(Ours.ContainsKey)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_Twisted_prints_is_printed_here(string scenario) =>
        Stage.Run(Ours[scenario].Run, Ours[scenario].OnReactor).ShouldBe(Prints[scenario]);

    [Fact]
    public void Every_scenario_is_done_here_or_has_a_reason_not_to_be()
    {
        string[] named = [.. Ours.Keys, .. Differences.ByDesign.Keys, .. Differences.NotHere.Keys];
        named.ShouldBe(Prints.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_hundred_and_eighty_and_more_are_the_same() => Ours.Count.ShouldBeGreaterThanOrEqualTo(180);

    private static Dictionary<string, string[]> Load()
    {
        using var file = File.OpenRead(DataFile());
        return JsonDocument
            .Parse(file)
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .ToDictionary(
                one => one.GetProperty("name").GetString()!,
                one => one.GetProperty("prints").EnumerateArray().Select(line => line.GetString()!).ToArray()
            );
    }

    private static string DataFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../Originals/twisted.json");
}
