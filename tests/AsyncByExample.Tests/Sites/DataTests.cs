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
}
