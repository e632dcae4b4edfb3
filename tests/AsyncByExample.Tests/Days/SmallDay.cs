using AsyncByExample.Clocks;
using AsyncByExample.Labs.Days;

namespace AsyncByExample.Tests.Days;

/// <summary>Two small days of notebook 0b: a book of five-minute pages, a washer, and calls to be answered within two minutes.</summary>
internal static class SmallDay
{
    private static readonly LowerBound Bound = new(TimeSpan.FromMinutes(12), "the parent's work");

    public static Run Synchronous(params int[] calls) =>
        new Day(
            Clock.Virtual(),
            new Job("Checkbook", priority: 3, JobStep.Work(10)),
            new Job("Laundry", priority: 2, JobStep.AfterMachine("washer", runs: 5, minutes: 0)),
            Children(calls)
        ).OneAfterTheOther() with
        {
            Example = "synchronous",
            LowerBound = Bound,
        };

    public static Run WithPriorities(params int[] calls) =>
        new Day(
            Clock.Virtual(),
            new Job("Checkbook", priority: 3, JobStep.Work(5), JobStep.Work(5), JobStep.Work(5)),
            new Job("Laundry", priority: 2, JobStep.AfterMachine("washer", runs: 6, minutes: 0)),
            Children(calls)
        ).EventsAndPriorities() with
        {
            Example = "with priorities",
            LowerBound = Bound,
        };

    private static Job Children(int[] calls) => Job.Answering("Children", priority: 1, calls, within: 2, minutes: 1);
}
