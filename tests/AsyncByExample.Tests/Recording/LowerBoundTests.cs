using AsyncByExample.Labs;
using CsCheck;

namespace AsyncByExample.Tests.Recording;

public class LowerBoundTests
{
    [Fact]
    public void For_the_article_s_queue_one_blocking_thread_needs_32_seconds_and_two_workers_17()
    {
        LowerBound.OneThread([15, 10, 5, 2]).Time.ShouldBe(TimeSpan.FromSeconds(32));
        LowerBound.TwoWorkers([15, 10, 5, 2]).Time.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public void Two_workers_need_what_the_best_of_all_ways_to_share_the_items_needs() =>
        Gen.Int[0, 30]
            .Array[0, 9]
            .Sample(work =>
            {
                var ways = Enumerable.Range(0, 1 << work.Length);
                var best = ways.Min(way =>
                {
                    var first = work.Where((_, i) => (way >> i & 1) == 1).Sum();
                    return Math.Max(first, work.Sum() - first);
                });
                LowerBound.TwoWorkers(work).Time.ShouldBe(TimeSpan.FromSeconds(best));
            });

    [Fact]
    public void For_a_long_queue_two_workers_need_the_longest_item_or_half_the_sum()
    {
        LowerBound.TwoWorkers([200_000, 1]).Time.ShouldBe(TimeSpan.FromSeconds(200_000));
        LowerBound.TwoWorkers([70_001, 70_000, 2]).Time.ShouldBe(TimeSpan.FromSeconds(70_001.5));
    }

    [Fact]
    public void Any_number_of_workers_needs_what_the_best_of_all_ways_to_share_the_items_needs() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 30].Array[0, 6])
            .Sample(
                (workers, work) =>
                {
                    var ways = Enumerable.Range(0, (int)Math.Pow(workers, work.Length));
                    var best = ways.Min(way =>
                        work.Select((item, i) => (item, worker: way / (int)Math.Pow(workers, i) % workers))
                            .GroupBy(share => share.worker, share => share.item)
                            .Select(share => share.Sum())
                            .DefaultIfEmpty()
                            .Max()
                    );
                    Seconds(Makespan.LowerBound(workers, [.. work.Select(item => (double)item)])).ShouldBe(best);
                }
            );

    [Fact]
    public void For_the_article_s_sites_three_workers_need_1_second_and_six_the_slowest_site()
    {
        double[] latencies = [0.3, 0.5, 0.2, 0.8, 0.4, 0.6];
        Seconds(Makespan.LowerBound(1, latencies)).ShouldBe(2.8);
        Seconds(Makespan.LowerBound(2, latencies)).ShouldBe(1.4);
        Seconds(Makespan.LowerBound(3, latencies)).ShouldBe(1);
        Seconds(Makespan.LowerBound(6, latencies)).ShouldBe(0.8);
        Seconds(Makespan.LowerBound(1_000_000, latencies)).ShouldBe(0.8);
    }

    [Fact]
    public void For_a_long_queue_many_workers_need_the_longest_item_or_an_equal_share()
    {
        double[] work = [.. Enumerable.Repeat(0.25, 999), 1];
        Makespan
            .LowerBound(3, work)
            .ShouldBe(new(TimeSpan.FromSeconds(83.584), "3 workers: the longest item, or an equal share"));
        Makespan.LowerBound(1000, work).Time.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_queue_whose_best_schedule_takes_too_long_to_find_has_the_equal_share_for_a_bound()
    {
        double[] work = [.. Enumerable.Range(0, 30).Select(item => (item * item * 7919 % 10_007 + 5000) / 1000.0)];
        var bound = Makespan.LowerBound(9, work);
        bound.Time.TotalSeconds.ShouldBe(work.Sum() / 9, tolerance: 0.001);
        bound.Because.ShouldBe("9 workers: the longest item, or an equal share");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Workers_who_are_not_there_are_refused(int workers) =>
        Should
            .Throw<ArgumentException>(() => Makespan.LowerBound(workers, [1.0]))
            .Message.ShouldBe(
                $"workers is {workers}, and nobody would do the work: set the knob called workers to 1 or more"
            );

    private static double Seconds(LowerBound bound) => bound.Time.TotalSeconds;

    [Fact]
    public void An_empty_queue_needs_no_time()
    {
        LowerBound.OneThread([]).Time.ShouldBe(TimeSpan.Zero);
        LowerBound.TwoWorkers([]).Time.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void For_the_article_s_sites_one_blocking_thread_needs_2_8_seconds_and_two_workers_1_4()
    {
        double[] latencies = [0.3, 0.5, 0.2, 0.8, 0.4, 0.6];
        LowerBound.OneThread(latencies).Time.ShouldBe(TimeSpan.FromSeconds(2.8));
        LowerBound.TwoWorkers(latencies).Time.ShouldBe(TimeSpan.FromSeconds(1.4));
    }

    [Fact]
    public void A_latency_that_is_no_time_is_refused() =>
        Should
            .Throw<ArgumentException>(() => LowerBound.TwoWorkers([0.5, -0.1]))
            .Message.ShouldContain("0 seconds or more");

    [Fact]
    public void A_negative_count_is_named_with_its_place() =>
        Should
            .Throw<ArgumentException>(() => LowerBound.NoWaiting([3, -1]))
            .Message.ShouldBe("work[1] is -1, and nobody can count to less than 0: change the knob called work");

    [Fact]
    public void A_queue_that_is_null_is_said_to_be() =>
        Should
            .Throw<ArgumentException>(() => LowerBound.OneThread(null!))
            .Message.ShouldBe("the work queue is null: set the knob called work to a list such as [15, 10, 5, 2]");
}
