using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AsyncByExample.Tests.Greenlets.Gevent;

/// <summary>What gevent itself printed, line by line, is what our greenlets say.</summary>
public class OriginalsTests
{
    private static readonly Dictionary<string, string[]> Gevent = Read();

    public static TheoryData<string> WithCounterpart => [.. Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(WithCounterpart))]
    public void Greenlets_do_as_gevent_does(string scenario) =>
        Scenarios.Run(Scenarios.All[scenario]).ShouldBe(Gevent[scenario]);

    [Fact]
    public void Every_scenario_has_a_counterpart_or_a_reason()
    {
        string[] accounted =
        [
            .. Scenarios.All.Keys,
            .. Differences.ByDesign.Keys,
            .. Differences.WithoutCounterpart.Keys,
        ];
        accounted.ShouldBe(Gevent.Keys, ignoreOrder: true);
    }

    private static Dictionary<string, string[]> Read([CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "../../../Originals/gevent.json");
        using var data = JsonDocument.Parse(File.ReadAllBytes(file));
        return data
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .ToDictionary(
                scenario => scenario.GetProperty("name").GetString()!,
                scenario => scenario.GetProperty("prints").EnumerateArray().Select(line => line.GetString()!).ToArray()
            );
    }
}
