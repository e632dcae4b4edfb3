using AsyncByExample.Labs;
using AsyncByExample.Sites;

namespace AsyncByExample.Tests;

public class DataTests
{
    [Fact]
    public void The_six_sites_of_the_article_are_there() =>
        TestSites
            .Load()
            .ShouldBe([
                new Site("google", "http://google.com", 0.3),
                new Site("yahoo", "http://yahoo.com", 0.5),
                new Site("linkedin", "http://linkedin.com", 0.2),
                new Site("shutterfly", "http://shutterfly.com", 0.8),
                new Site("mypublisher", "http://mypublisher.com", 0.4),
                new Site("facebook", "http://facebook.com", 0.6),
            ]);

    [Fact]
    public void The_work_queues_are_there()
    {
        var queues = WorkQueues.Load(TestSites.Data("work.json"));
        queues["the article's"].ShouldBe([15, 10, 5, 2]);
        queues["fair"].ShouldBe([8, 8, 8, 8]);
        queues["the long one last"].ShouldBe([5, 5, 10]);
        queues["empty"].ShouldBeEmpty();
    }

    [Fact]
    public void A_work_queue_that_is_taken_can_be_changed_and_taken_again()
    {
        var queues = WorkQueues.Load(TestSites.Data("work.json"));
        queues["fair"][0] = 100;
        queues["fair"].ShouldBe([8, 8, 8, 8]);
    }

    [Fact]
    public void A_work_queue_that_is_not_there_is_refused_with_the_names_of_those_that_are() =>
        Should
            .Throw<ArgumentException>(() => WorkQueues.Load(TestSites.Data("work.json"))["unfair"])
            .Message.ShouldBe(
                "there is no work queue called unfair: it is one of the article's, fair, the long one last, the long one first, one dominates, many small ones, empty"
            );

    [Fact]
    public void A_queue_of_urls_that_is_null_is_refused_by_the_name_of_its_knob() =>
        Should
            .Throw<ArgumentException>(() => TestSites.Load().Latencies(null!))
            .Message.ShouldBe("the work queue is null: set the knob called work to a list such as [.. sites.Urls]");

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_missing_and_where_paths_start() =>
        Should
            .Throw<FileNotFoundException>(() => Sites.Sites.Load("../data/nowhere/sites.json"))
            .Message.ShouldBe(
                $"there is no file ../data/nowhere/sites.json: paths start at {Environment.CurrentDirectory}, which for a notebook is its own folder"
            );

    [Fact]
    public void A_folder_cannot_be_read() =>
        Should
            .Throw<InvalidDataException>(() => Sites.Sites.Load(TestSites.Data("")))
            .Message.ShouldEndWith("cannot be read: check that it is a file, and yours to read");

    [Theory]
    [InlineData("", "is not JSON, line 1, column 1: mend it there")]
    [InlineData("[\n{ \"name\" }\n]", "is not JSON, line 2, column 10: mend it there")]
    [InlineData("[{\n\"latency\": NaN }]", "is not JSON, line 2, column 12: mend it there")]
    [InlineData("{}", ", it is not a list of sites: write [ ] around them")]
    [InlineData("[]", ", the list is empty: add a site, or take the file from the repository again")]
    [InlineData("[3]", ", site 1 is not an object: write { } around its fields")]
    [InlineData("[{}]", ", site 1: name is missing: add it")]
    [InlineData("""[{ "name": "a" }]""", ", site 1 (a): url is missing: add it")]
    [InlineData("""[{ "name": "a", "url": "http://a.com" }]""", ", site 1 (a): latency is missing: add it")]
    [InlineData("""[{ "name": "a", "url": 3 }]""", ", site 1 (a): url is not a text: write it in quotes")]
    [InlineData(
        """[{ "name": "a", "colour": "red" }]""",
        ", site 1 (a): colour is not a field: there are name, url, latency, bodyBytes, fault"
    )]
    [InlineData(
        """[{ "name": "a", "name": "b" }]""",
        "is not JSON, Duplicate property 'name' encountered during deserialization: mend it there"
    )]
    public void Sites_that_cannot_be_read_are_refused_with_file_entry_and_field(string json, string problem) =>
        Refuse(json, path => Sites.Sites.Load(path), problem);

    [Theory]
    [InlineData("name", "\" \"", "is empty: give it a name such as google")]
    [InlineData(
        "url",
        "\"google.com\"",
        "is google.com, and must be an http URL without a path, such as http://google.com"
    )]
    [InlineData(
        "url",
        "\"https://b.com\"",
        "is https://b.com, and must be an http URL without a path, such as http://google.com"
    )]
    [InlineData(
        "url",
        "\"http://b.com/news\"",
        "is http://b.com/news, and must be an http URL without a path, such as http://google.com"
    )]
    [InlineData("url", "\"http://A.com/\"", "is http://A.com/, as a's: give each its own host")]
    [InlineData("name", "\"a\"", "is a, as another site's: give each its own")]
    [InlineData("latency", "-0.1", "is -0.1, and must be article seconds from 0 to 3600")]
    [InlineData("latency", "1e999", "is Infinity, and must be article seconds from 0 to 3600")]
    [InlineData("latency", "\"NaN\"", "is not a number: write it without quotes")]
    [InlineData("bodyBytes", "1073741824", "is 1073741824, and must be from 0 to 16777216 (16 MB)")]
    [InlineData("bodyBytes", "99999999999", "is 99999999999, and must be a whole number that is not too large")]
    [InlineData("bodyBytes", "-1", "is -1, and must be from 0 to 16777216 (16 MB)")]
    [InlineData("bodyBytes", "0.5", "is 0.5, and must be a whole number that is not too large")]
    [InlineData(
        "fault",
        "\"tired\"",
        "is \"tired\", and must be one of none, notFound, serverError, closedPort, neverAnswers, slowBody, cutConnection, moved, busyAtFirst"
    )]
    public void A_field_that_cannot_be_is_refused_with_file_entry_and_field(string field, string value, string problem)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "\"b\"",
            ["url"] = "\"http://b.com\"",
            ["latency"] = "1",
            ["bodyBytes"] = "1",
            [field] = value,
        };
        var site = string.Join(", ", fields.Select(pair => $"\"{pair.Key}\": {pair.Value}"));
        Refuse(
            $$"""[{ "name": "a", "url": "http://a.com", "latency": 0, "bodyBytes": 0 }, { {{site}} }]""",
            path => Sites.Sites.Load(path),
            $", site 2 ({fields["name"].Trim('"')}): {field} {problem}"
        );
    }

    [Theory]
    [InlineData("[1, 2]", ", it does not name its queues: write { \"fair\": [8, 8, 8, 8] }")]
    [InlineData("{}", ", it has no queues: add one, such as \"fair\": [8, 8, 8, 8]")]
    [InlineData("""{ "mine": 3 }""", ", mine is not a list of counts: write [ ] around them")]
    [InlineData("""{ "mine": [3, -2] }""", ", mine: item 2 is -2, and must be a whole number from 0 to 1000000")]
    [InlineData("""{ "mine": [0.5] }""", ", mine: item 1 is 0.5, and must be a whole number from 0 to 1000000")]
    [InlineData("""{ "mine": ["1"] }""", ", mine: item 1 is \"1\", and must be a whole number from 0 to 1000000")]
    [InlineData("""{ "mine": [1e9] }""", ", mine: item 1 is 1e9, and must be a whole number from 0 to 1000000")]
    public void Work_that_cannot_be_done_is_refused_with_file_queue_and_item(string json, string problem) =>
        Refuse(json, path => WorkQueues.Load(path), problem);

    [Fact]
    public void Comments_and_trailing_commas_are_read_over()
    {
        using var file = new TemporaryFile(
            """
            {
              // mine
              "mine": [1, 2,],
            }
            """
        );
        WorkQueues.Load(file.Path)["mine"].ShouldBe([1, 2]);
    }

    [Fact]
    public void A_site_made_in_a_cell_keeps_to_the_same_rules() =>
        Should
            .Throw<ArgumentException>(() => TestSites.Load().With("yahoo", latency: double.NaN))
            .Message.ShouldBe("site 2 (yahoo): latency is NaN, and must be article seconds from 0 to 3600");

    private static void Refuse(string json, Action<string> load, string problem)
    {
        using var file = new TemporaryFile(json);
        var refused = Should.Throw<InvalidDataException>(() => load(file.Path));
        refused.Message.ShouldBe(problem.StartsWith(',') ? file.Path + problem : $"{file.Path} {problem}");
    }
}
