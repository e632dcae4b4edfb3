using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;
using AsyncByExample.Recording;
using AsyncByExample.Scheduling;

namespace AsyncByExample;

/// <summary>
/// Writes down who held the thread, who waited and what was printed while an example runs. The loops and the
/// waiting calls of the library report to it by themselves; the example names its tasks and nothing else.
/// </summary>
public sealed partial class Recorder : ITaskObserver
{
    // Of what is printed after so many lines, nobody asks which line of code it was.
    private const int MostSources = 4000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly List<(int Lane, WorkItem Item)> _items = [];
    private readonly List<PrintedLine> _lines = [];
    private readonly Clock _clock;
    private readonly Pace _pace;
    private TimeSpan _start;
    private TimeSpan _end;
    private TimeSpan _late;
    private TimeSpan? _lastRead;
    private bool _stopped;
    private bool _isStoppedByReader;

    private Recorder(Clock clock)
    {
        _clock = clock;
        _pace = new Pace(clock);
        _start = _pace.Time;
    }

    internal static Recorder? Current => TaskObserver.Current as Recorder;

    /// <summary>Who runs examples: a notebook has its own.</summary>
    internal static ExampleHost Host { get; set; } = new();

    private TimeSpan Now => _pace.Exact - _start;

    /// <summary>Runs an example on a clock and returns what happened.</summary>
    /// <param name="example">The example's name, as charts show it, such as <c>3 · blocking sleep</c>.</param>
    /// <param name="clock">The clock that everything in the example waits on.</param>
    /// <param name="bound">The least total that this work allows.</param>
    /// <param name="main">The example's main program. What it throws comes out unchanged.</param>
    /// <param name="unit">What the example's times are read in.</param>
    /// <returns>What happened; of an example that the reader has stopped, what had happened until then.</returns>
    public static Run Record(
        string example,
        Clock clock,
        LowerBound bound,
        Action main,
        TimeUnit unit = TimeUnit.ArticleSeconds,
        [CallerMemberName] string member = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        Host.Prepare(main);
        var recorder = new Recorder(clock);
        var run = recorder.Begin(example, bound, unit, new SourceLine(member, file, line));
        using (recorder.Watch(run))
            recorder.Observe(main);
        return recorder.End(run);
    }

    private Run Begin(string example, LowerBound bound, TimeUnit unit, SourceLine source) =>
        new(example, $"{_clock}", bound, ToTimeline(), unit)
        {
            Id = Guid.NewGuid().ToString("N"),
            Began = DateTimeOffset.UtcNow,
            Source = source,
        };

    private IDisposable? Watch(Run run) => Host.Watch(() => run with { Timeline = ToTimeline(), IsUnderWay = true });

    private Run End(Run run) => run with { Timeline = ToTimeline(), IsStopped = _isStoppedByReader };

    // In a method of its own, async-locals and Console.Out are put back where they were.
    private void Observe(Action main)
    {
        var (clock, output, cancellation) = (Clock.Current, Console.Out, Cancellation.Token);
        try
        {
            Enter();
            Clock.GoOnAt(_pace);
            main();
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested)
        {
            // What was recorded until then is what the reader has waited for.
            _isStoppedByReader = true;
        }
        finally
        {
            Console.SetOut(output);
            (Holder.Value, LastLeft.Value) = (null, null);
            Clock.GoOnAt(null);
            (Clock.Current, Cancellation.Token, TaskObserver.Current) = (clock, cancellation, null);
            Stop();
        }
    }

    private void Enter()
    {
        (Clock.Current, Cancellation.Token, TaskObserver.Current) = (_clock, Host.StopRequested(), this);
        Console.SetOut(new LineRecordingWriter(Console.Out, Print));
        AppDomain.CurrentDomain.FirstChanceException += NoteThrow;
    }

    internal void Print(string line)
    {
        var source = _lines.Count < MostSources ? Recording.CallSite.Current() : null;
        lock (_lock)
        {
            if (_stopped)
                return;
            ShowElsewhere(Holder.Value);
            if (_lines.Count < MostLines)
                _lines.Add(new PrintedLine(Now, Holder.Value?.Name, line, source));
            else
                _linesLeftOut++;
        }
    }

    internal Lane LaneNamed(string name)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(name, out var lane))
                _lanes.Add(name, lane = new Lane(this, _lanes.Count, name, _lines.Count));
            return lane;
        }
    }

    internal int Take(Lane lane, string work, SourceLine source, TimeSpan at)
    {
        lock (_lock)
        {
            if (_items.Count == MostItems)
            {
                _itemsLeftOut++;
                return LeftOut;
            }
            _items.Add((lane.Index, new WorkItem(work, at - _start, null, _lines.Count, null, source)));
            return _items.Count - 1;
        }
    }

    /// <param name="item">What <see cref="Take"/> returned.</param>
    /// <param name="at">When, on the example's clock; null for now.</param>
    internal void Finish(int item, TimeSpan? at)
    {
        lock (_lock)
            if (!_stopped && item != LeftOut)
                _items[item] = (
                    _items[item].Lane,
                    _items[item].Item with
                    {
                        To = at - _start ?? Now,
                        EndLine = _lines.Count,
                    }
                );
    }

    /// <summary>
    /// The program started to count. If it has done nothing before, that is its start: what it prints and what is drawn
    /// are counted from one moment.
    /// </summary>
    internal void Started(TimeSpan time)
    {
        lock (_lock)
            if (_lanes.Count == 0 && _lines.Count == 0 && time - _start <= _clock.LatestWakeUp)
                _start = time;
    }

    /// <summary>
    /// The program looked at the time. If no task does anything from there to its end but print, that is its end: what
    /// it printed and what is drawn are one number.
    /// </summary>
    internal void Read(TimeSpan time)
    {
        lock (_lock)
            _lastRead = time - _start;
    }

    void ITaskObserver.IsLate(TimeSpan by)
    {
        lock (_lock)
            _late += by;
    }

    private void Stop()
    {
        AppDomain.CurrentDomain.FirstChanceException -= NoteThrow;
        lock (_lock)
        {
            _stopped = true;
            _end = _lastRead ?? Now;
        }
    }

    // While the example runs: up to now.
    private Timeline ToTimeline()
    {
        lock (_lock)
        {
            var end = _stopped ? _end : Now;
            var itemsOf = _items.ToLookup(item => item.Lane, item => item.Item);
            if (_resolution > TimeSpan.Zero)
                CoarsenTo(_resolution);
            return new Timeline(
                [.. _lanes.Values.Select(lane => ToTimeline(lane, [.. itemsOf[lane.Index]], end))],
                [.. _lines],
                end
            )
            {
                Signals = [.. _signals.Where(signal => signal.At <= end).OrderBy(signal => signal.At)],
                Late = _late,
                Resolution = _resolution,
                LinesLeftOut = _linesLeftOut,
                ItemsLeftOut = _itemsLeftOut,
            };
        }
    }

    private LaneTimeline ToTimeline(Lane lane, List<WorkItem> items, TimeSpan end)
    {
        TaskFailure[] failed = Concluded(lane, items) is { } failure ? [failure] : [];
        if (failed.Length > 0)
            items =
            [
                .. items.Select(item =>
                    item.To is null ? item with { To = failed[0].At, EndLine = _lines.Count } : item
                ),
            ];
        return new(lane.Name, lane.Intervals.Until(end, items.Exists(item => item.To is null)), items, lane.FirstLine)
        {
            LeftLoopAt = lane.LeftLoopAt,
            Failures = [.. lane.Failures, .. failed],
        };
    }
}
