using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Labs.Days;

namespace AsyncByExample.Tests.Days;

/// <summary>Two small days of notebook 0b: a book of five-minute pages, a washer, and calls to be answered within two minutes.</summary>
internal static class Day
{
    public static Run Synchronous(params int[] calls)
    {
        var clock = Clock.Virtual();
        return Record(
            "synchronous",
            clock,
            () =>
            {
                var bells = Bell.Calls(calls, "Children", within: 2);
                using (Recorder.Lane("Checkbook"))
                    Work(clock, 10);
                using (Recorder.Lane("Laundry"))
                    Stand(Bell.After(5, "Laundry", "washer"));
                using (Recorder.Lane("Children"))
                    foreach (var call in bells)
                    {
                        Stand(call);
                        Work(clock, 1);
                    }
            }
        );
    }

    public static Run WithPriorities(params int[] calls)
    {
        var clock = Clock.Virtual();
        return Record(
            "with priorities",
            clock,
            () =>
            {
                var parent = new PriorityTurns();
                var bells = Bell.Calls(calls, "Children", within: 2);
                EventLoop.Run(() =>
                    Task.WhenAll(
                        CheckbookAsync(parent, clock),
                        LaundryAsync(parent),
                        ChildrenAsync(parent, clock, bells)
                    )
                );
            }
        );
    }

    private static async Task CheckbookAsync(PriorityTurns parent, Clock clock)
    {
        using var lane = Recorder.Lane("Checkbook");
        for (var page = 0; page < 3; page++)
        {
            await parent.TurnAsync(priority: 3);
            Work(clock, 5);
        }
    }

    private static async Task LaundryAsync(PriorityTurns parent)
    {
        using var lane = Recorder.Lane("Laundry");
        var washer = Bell.After(6, "Laundry", "washer");
        await washer.RingAsync();
        await parent.TurnAsync(priority: 2);
        washer.Answer();
    }

    private static async Task ChildrenAsync(PriorityTurns parent, Clock clock, IReadOnlyList<Bell> bells)
    {
        using var lane = Recorder.Lane("Children");
        foreach (var call in bells)
        {
            await call.RingAsync();
            await parent.TurnAsync(priority: 1);
            call.Answer();
            Work(clock, 1);
        }
    }

    private static void Stand(Bell bell)
    {
        bell.Wait();
        bell.Answer();
    }

    private static void Work(Clock clock, int minutes) => clock.Sleep(TimeSpan.FromMinutes(minutes));

    private static Run Record(string example, Clock clock, Action main) =>
        Recorder.Record(
            example,
            clock,
            new LowerBound(TimeSpan.FromMinutes(12), "the parent's work"),
            main,
            TimeUnit.Minutes
        );
}
