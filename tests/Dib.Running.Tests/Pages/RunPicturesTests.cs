using Dib.Running.Pages;
using Dib.Running.Runs;

namespace Dib.Running.Tests.Pages;

public sealed class RunPicturesTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("run-pictures-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_notebook_shows_the_readers_last_run_of_its_number_and_else_the_recorded_one()
    {
        Keep("recorded", "3-blocking", Seconds("3 blocking", 32));
        Keep("recorded", "4-greenlets", Seconds("4 greenlets", 17));
        Keep("own", "4-old", Seconds("4 old", 9), age: 1);
        Keep("own", "4-new", Seconds("4 new", 8));

        Pictures().PictureOf("03-cooperative-blocking").ShouldContain("recorded: <b>32.0 s</b>");
        Pictures().PictureOf("04-greenlets").ShouldContain("your last run: <b>8.0 s</b>");
        Pictures().PictureOf("05-http-blocking").ShouldBeEmpty();
        Pictures().PictureOf("00a-why").ShouldBeEmpty();
    }

    [Fact]
    public void The_contents_open_with_the_longest_recorded_run_above_the_next_notebooks_to_one_scale()
    {
        Keep("recorded", "3-blocking", Seconds("3 blocking", 32));
        Keep("recorded", "4-greenlets", Seconds("4 greenlets", 16));
        Keep("own", "4-greenlets", Seconds("4 greenlets", 2));

        var opening = Pictures().Opening();

        opening.IndexOf("3 blocking: <b>32.0 s</b>", StringComparison.Ordinal).ShouldBePositive();
        opening.ShouldContain("4 greenlets: <b>16.0 s</b>");
        opening.ShouldContain("<rect class=\"blocking\" x=\"0\" y=\"2\" width=\"640\" height=\"14\"/>");
        opening.ShouldContain("<rect class=\"blocking\" x=\"0\" y=\"2\" width=\"320\" height=\"14\"/>");
        opening.ShouldContain("aria-label=\"Task One: blocking 32.0 s\"");
    }

    [Fact]
    public void Runs_are_told_in_their_own_unit_and_those_that_only_print_in_lines()
    {
        Keep("recorded", "1-lines", Lines("1 lines", "Task One", "Task Two", "Task One"));
        Keep("recorded", "2-day", Seconds("2 day", 720, unit: 2));

        Pictures().PictureOf("01-synchronous").ShouldContain("<b>3 lines</b>");
        Pictures()
            .PictureOf("01-synchronous")
            .ShouldContain("aria-label=\"Task One: running 2 lines, ready 1 line; Task Two: running 1 line\"");
        Pictures().PictureOf("02-day").ShouldContain("<b>12 min</b>");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"example\":\"3 x\"}")]
    [InlineData(
        "{\"example\":\"3 x\",\"unit\":0,\"timeline\":{\"lanes\":null,\"lines\":[],\"total\":\"00:00:01\",\"hasWaits\":true}}"
    )]
    public void Files_that_hold_no_run_are_passed_over(string text)
    {
        Keep("own", "3-broken", text);
        Keep("recorded", "3-blocking", Seconds("3 blocking", 32));

        Pictures().PictureOf("03-x").ShouldContain("recorded");
    }

    [Fact]
    public void What_a_file_says_is_text_and_never_markup()
    {
        Keep("recorded", "3-x", Seconds("3 <script>", 1).Replace("Task One", "<i>", StringComparison.Ordinal));

        (Pictures().PictureOf("03-x") + Pictures().Opening()).ShouldNotContain("<script>");
        Pictures().PictureOf("03-x").ShouldNotContain("<i>");
    }

    [Fact]
    public void Without_any_run_there_is_nothing_to_see()
    {
        Pictures().Opening().ShouldBeEmpty();
        Pictures().PictureOf("03-x").ShouldBeEmpty();
    }

    private RunPictures Pictures() =>
        new(
            new RunFolder(Path.Combine(_place.FullName, "own")),
            new RunFolder(Path.Combine(_place.FullName, "recorded"))
        );

    private void Keep(string folder, string name, string run, int age = 0)
    {
        var path = Path.Combine(_place.CreateSubdirectory(folder).FullName, name + ".json");
        File.WriteAllText(path, run);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(-age));
    }

    private static string Seconds(string example, int seconds, int unit = 0)
    {
        var total = TimeSpan.FromSeconds(seconds);
        return $$$"""
            {"example":"{{{example}}}","unit":{{{unit}}},"timeline":{"lanes":[{"name":"Task One","firstLine":0,
            "intervals":[{"state":1,"from":"00:00:00","to":"{{{total}}}"}]}],"lines":[],"total":"{{{total}}}","hasWaits":true}}
            """;
    }

    private static string Lines(string example, params string[] tasks)
    {
        var lanes = tasks
            .Distinct(StringComparer.Ordinal)
            .Select(task => $$"""{"name":"{{task}}","firstLine":{{Array.IndexOf(tasks, task)}},"intervals":[]}""");
        var lines = tasks.Select(task => $$"""{"lane":"{{task}}"}""");
        return $$$"""
            {"example":"{{{example}}}","unit":0,"timeline":{"lanes":[{{{string.Join(',', lanes)}}}],
            "lines":[{{{string.Join(',', lines)}}}],"total":"00:00:00.001","hasWaits":false}}
            """;
    }
}
