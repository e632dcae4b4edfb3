using AsyncByExample.Labs.Scale;

namespace AsyncByExample.Tests.Scale;

public class PeersTests
{
    private const string Good =
        """{ "system": "go", "version": "go1.19.8", "bench": "sleep", "n": 2, "seconds": 1.5, "perItemNs": 1, "peakRssMb": 5 }""";

    [Fact]
    public void The_recorded_systems_are_there_with_their_versions_from_2_tasks_to_a_million()
    {
        var peers = Peers.Load(TestSites.Data("peers.json"));
        string[] systems = [.. peers.Sleepers.Select(peer => peer.System)];
        foreach (var system in new[] { "asyncio", "gevent", "twisted", "go", "node", "threadpool" })
            systems.ShouldContain(system);
        peers.Sleepers.ShouldAllBe(peer => peer.Version.Length > 0 && peer.Origin == CostOrigin.Recorded);
        foreach (var peer in peers.Sleepers)
            (peer.Costs[0].Tasks, peer.Costs[^1].Tasks).ShouldBe((2, 1_000_000));
    }

    [Fact]
    public void A_system_s_figures_are_a_curve_from_the_fewest_tasks_on()
    {
        var many = Good.Replace("\"n\": 2", "\"n\": 1024");
        var curve = Load($"[{many}, {Good}]").Sleepers.ShouldHaveSingleItem();
        curve.Costs.ShouldBe([new TaskCost(2, 1.5), new TaskCost(1024, 1.5)]);
        curve.Costs[0].OverIdeal.ShouldBe(0.5);
    }

    [Fact]
    public void Other_figures_than_those_of_sleepers_are_read_over() =>
        Load($"[{Good.Replace("sleep", "switch").Replace("1.5", "0.1")}]").Sleepers.ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing() =>
        Should
            .Throw<FileNotFoundException>(() => Peers.Load("../data/nowhere.json"))
            .Message.ShouldStartWith("there is no file ../data/nowhere.json");

    [Theory]
    [InlineData("[]", ", the file is not an object: write { } around its fields")]
    [InlineData("""{ "date": "today" }""", ", the file: machine is missing: add it")]
    [InlineData(
        """{ "machine": "m", "date": "d" }""",
        ", the file: systems is not a list of figures: write [ ] around them"
    )]
    [InlineData(
        """{ "machine": "m", "date": "d", "systems": [3] }""",
        ", figure 1 is not an object: write { } around its fields"
    )]
    [InlineData(
        """{ "machine": "m", "when": "d" }""",
        ", the file: when is not a field: there are machine, date, systems"
    )]
    public void A_file_of_another_shape_is_refused(string json, string problem) => Refuse(json, problem);

    [Theory]
    [InlineData("\"n\": 2", "\"n\": 0", "n is 0, and must be 1 or more")]
    [InlineData("\"n\": 2", "\"n\": 2.5", "n is 2.5, and must be a whole number that is not too large")]
    [InlineData("\"version\": \"go1.19.8\", ", "", "version is missing: add it")]
    [InlineData("1.5", "0.007", "seconds is 0.007, and tasks that sleep for a second take at least 1")]
    [InlineData("1.5", "\"fast\"", "seconds is not a number: write it without quotes")]
    [InlineData("\"perItemNs\": 1", "\"perItemNs\": null", "perItemNs is not a number: write it without quotes")]
    public void A_figure_that_cannot_be_is_refused_with_file_entry_and_field(string good, string bad, string problem) =>
        Refuse(
            $$"""{ "machine": "m", "date": "d", "systems": [{{Good}}, {{Good.Replace(good, bad)}}] }""",
            $", figure 2: {problem}"
        );

    private static Peers Load(string systems)
    {
        using var file = new TemporaryFile($$"""{ "machine": "m", "date": "d", "systems": {{systems}} }""");
        return Peers.Load(file.Path);
    }

    private static void Refuse(string json, string problem)
    {
        using var file = new TemporaryFile(json);
        Should.Throw<InvalidDataException>(() => Peers.Load(file.Path)).Message.ShouldBe(file.Path + problem);
    }
}
