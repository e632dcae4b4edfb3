using Dib.Live.Knobs;

namespace Dib.Live.Tests;

public sealed class KnobFormTests : IDisposable
{
    private const string Text = """
        // knobs
        int[] work = [15, 10, 5, 2];        // the work queue
        var clock = Clock.Real(speed: 10);  // ten times as fast
        double? predict = null;             // your answer
        int wash = 30, dry = 45;            // how long the machines take
        var query = TimeSpan.FromMilliseconds(5);
        var name = "a \"b\"";
        var loud = true;
        var other = Compute();
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("dib-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_value_that_is_written_down_is_a_field() =>
        Read(Text)
            .Fields.Select(field => $"{field.Key}: {field.Kind} {field.Value} ({field.Hint})")
            .ShouldBe([
                "work: Numbers 15, 10, 5, 2 (the work queue)",
                "clock: Speed 10 (ten times as fast)",
                "predict: Number  (your answer)",
                "wash: Number 30 (how long the machines take)",
                "dry: Number 45 (how long the machines take)",
                "query: Milliseconds 5 ()",
                "name: Text a \"b\" ()",
                "loud: Switch true ()",
            ]);

    [Theory]
    [InlineData("work", "3, 1,4", "[15, 10, 5, 2]", "[3, 1, 4]")]
    [InlineData("work", "[7]", "[15, 10, 5, 2]", "[7]")]
    [InlineData("work", "", "[15, 10, 5, 2]", "[]")]
    [InlineData("clock", "2.5", "speed: 10)", "speed: 2.5)")]
    [InlineData("clock", "virtual", "Clock.Real(speed: 10)", "Clock.Virtual()")]
    [InlineData("predict", "17.5", "null", "17.5")]
    [InlineData("dry", "-3", "45", "-3")]
    [InlineData("query", "0.5", "Milliseconds(5)", "Milliseconds(0.5)")]
    [InlineData("name", "x\\y\"", "\"a \\\"b\\\"\"", "\"x\\\\y\\\"\"")]
    [InlineData("loud", "false", "true", "false")]
    public void Setting_a_field_changes_that_value_and_nothing_else(
        string key,
        string value,
        string before,
        string after
    ) =>
        Read(Text).With(key, value).ShouldBe(new KnobEdit(Text.Replace(before, after, StringComparison.Ordinal), null));

    [Theory]
    [InlineData("work", "3, x", "work takes whole numbers with commas between them, such as 15, 10, 5, 2.")]
    [InlineData("work", "1.5", "work takes whole numbers with commas between them, such as 15, 10, 5, 2.")]
    [InlineData("clock", "0", "clock takes a speed above 0, from 1 to 100 on the slider, or virtual.")]
    [InlineData("predict", "soon", "predict takes a number, or nothing.")]
    [InlineData("dry", "", "dry takes a whole number.")]
    [InlineData("query", "-1", "query takes a number of milliseconds.")]
    [InlineData("loud", "very", "loud takes true or false.")]
    [InlineData("gone", "1", "There is no knob gone any more: the cell's text has changed.")]
    public void A_value_that_does_not_fit_is_answered_in_a_sentence(string key, string value, string sentence) =>
        Read(Text).With(key, value).ShouldBe(new KnobEdit(null, sentence));

    [Fact]
    public void A_virtual_clock_becomes_a_real_one_when_it_gets_a_speed() =>
        Read("var clock = Clock.Virtual(); // or")
            .With("clock", "5")
            .Text.ShouldBe("var clock = Clock.Real(speed: 5); // or");

    [Fact]
    public void Every_site_of_the_file_has_a_latency_to_set()
    {
        var form = Read(WithSites("var sites = Sites.Load(\"sites.json\").With(\"yahoo\", latency: 3);"));

        form.Fields.Select(field => $"{field.Key} {field.Value}").ShouldBe(["sites.google 0.3", "sites.yahoo 3"]);
        form.With("sites.yahoo", "4")
            .Text.ShouldBe("var sites = Sites.Load(\"sites.json\").With(\"yahoo\", latency: 4);");
        form.With("sites.google", "0.1")
            .Text.ShouldBe(
                "var sites = Sites.Load(\"sites.json\").With(\"yahoo\", latency: 3).With(\"google\", latency: 0.1);"
            );
    }

    [Fact]
    public void A_site_changed_in_another_way_keeps_that_change() =>
        Read(WithSites("var sites = Sites.Load(\"sites.json\").With(\"google\", bodyBytes: 1);"))
            .With("sites.google", "2")
            .Text.ShouldBe("var sites = Sites.Load(\"sites.json\").With(\"google\", bodyBytes: 1, latency: 2);");

    [Fact]
    public void Sites_without_their_file_have_no_fields() =>
        Read("var sites = Sites.Load(\"none.json\");").Fields.ShouldBeEmpty();

    [Fact]
    public void A_text_that_does_not_parse_is_no_form() => KnobForm.Read("int[] work = [1, ;", _folder).ShouldBeNull();

    private string WithSites(string text)
    {
        File.WriteAllText(
            Path.Combine(_folder, "sites.json"),
            """[{ "name": "google", "url": "x", "latency": 0.3 }, { "name": "yahoo", "latency": 0.5, "bodyBytes": 1 }]"""
        );
        return text;
    }

    private KnobForm Read(string text) => KnobForm.Read(text, _folder).ShouldNotBeNull();
}
