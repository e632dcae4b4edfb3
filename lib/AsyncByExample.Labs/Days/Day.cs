using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Labs.Days;

/// <summary>
/// A parent's day: jobs, and one parent, who is the thread. Whoever has the parent has it alone. The same jobs can be
/// done in three ways, which differ in how a job waits.
/// </summary>
/// <param name="clock">The clock of the day.</param>
/// <param name="jobs">What there is to do, in the parent's order.</param>
public sealed class Day(Clock clock, params IReadOnlyList<Job> jobs)
{
    /// <summary>One job to its end before the next: who has to wait for something stands beside it.</summary>
    public Run OneAfterTheOther() =>
        Record(
            "one after the other",
            started =>
            {
                foreach (var job in started)
                    job.DoAll();
            }
        );

    /// <summary>
    /// The jobs take turns, a step each. Nobody tells them what has happened, so who has to wait for something goes and
    /// looks in each turn.
    /// </summary>
    /// <param name="look">How many minutes a look takes: one or more, or time would stand still.</param>
    /// <exception cref="ArgumentOutOfRangeException">A look takes no time.</exception>
    public Run TakingTurns(int look = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
        return Record(
            "taking turns",
            started =>
            {
                var tasks = started.Select(job => job.InTurns(look).OnLane(job.Name)).ToList();
                while (tasks.Count > 0)
                    tasks.RemoveAll(task => !task.MoveNext());
            }
        );
    }

    /// <summary>
    /// Who has to wait for something lets go of the parent until it happens. Of all jobs that then ask for the parent,
    /// the most important comes first.
    /// </summary>
    public Run EventsAndPriorities() =>
        Record(
            "events and priorities",
            started =>
            {
                var parent = new PriorityTurns();
                EventLoop.Run(() => Task.WhenAll(started.Select(job => job.DoAllAsync(parent))));
            }
        );

    private Run Record(string example, Action<IReadOnlyList<StartedJob>> way) =>
        Recorder.Record(
            example,
            clock,
            Bound(),
            () => way([.. jobs.Select(job => new StartedJob(job))]),
            TimeUnit.Minutes
        );

    private LowerBound Bound() =>
        new(
            TimeSpan.FromMinutes(jobs.Select(job => job.Earliest).Append(jobs.Sum(job => job.Work)).Max()),
            "the parent's work, or the job that takes longest"
        );
}
