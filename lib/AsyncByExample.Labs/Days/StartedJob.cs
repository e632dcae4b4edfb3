using System.Collections;
using AsyncByExample.Clocks;

namespace AsyncByExample.Labs.Days;

/// <summary>A job on the day on which it is done. All who will call have their bells from the day's beginning.</summary>
internal sealed class StartedJob
{
    private readonly Job _job;
    private readonly Clock _clock = Clock.Current;
    private readonly IReadOnlyList<Bell?> _calls;

    public StartedJob(Job job)
    {
        _job = job;
        _calls =
        [
            .. job.Steps.Select(step =>
                step.Call is var (at, within)
                    ? Bell.After(at, job.Name, FormattableString.Invariant($"call at {at}"), within)
                    : null
            ),
        ];
    }

    public string Name => _job.Name;

    /// <summary>Does all of it, and stands beside what it has to wait for.</summary>
    public void DoAll()
    {
        using var lane = Recorder.Lane(Name);
        foreach (var (i, step) in _job.Steps.Index())
        {
            var bell = BellOf(i, step);
            bell?.Wait(step.Source);
            Do(step, bell);
        }
    }

    /// <summary>Does a step in each turn. Only who goes there and looks learns that a bell has rung.</summary>
    public IEnumerator InTurns(int look)
    {
        foreach (var (i, step) in _job.Steps.Index())
        {
            var bell = BellOf(i, step);
            if (bell is null && i > 0)
                yield return null;
            while (bell is not null)
            {
                yield return null;
                Work(look);
                if (bell.HasRung)
                    break;
            }
            Do(step, bell);
        }
    }

    /// <summary>Lets go of the thread while it waits, and asks for a turn when it has something to do.</summary>
    public async Task DoAllAsync(PriorityTurns parent)
    {
        using var lane = Recorder.Lane(Name);
        foreach (var (i, step) in _job.Steps.Index())
        {
            var bell = BellOf(i, step);
            if (bell is not null)
                await bell.RingAsync();
            await parent.TurnAsync(_job.Priority);
            Do(step, bell);
        }
    }

    private Bell? BellOf(int index, JobStep step) =>
        step.Machine is var (machine, minutes) ? Bell.After(minutes, Name, machine) : _calls[index];

    private void Do(JobStep step, Bell? bell)
    {
        var late = bell?.Answer();
        if (step.Call is not null)
            Console.WriteLine(FormattableString.Invariant($"{bell!.Name}: somebody came after {late} min"));
        if (step.Name.Length == 0)
            Work(step.Minutes);
        else
            using (ElapsedTime.Start(Name, step.Name, step.Source.Member, step.Source.File, step.Source.Line))
                Work(step.Minutes);
    }

    private void Work(int minutes) => _clock.Sleep(TimeSpan.FromMinutes(minutes));
}
