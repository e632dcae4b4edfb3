using AsyncByExample.Charts;

namespace AsyncByExample.Notebook;

/// <summary>Shows an example's timeline while it runs, drawn anew a few times a second from a thread of its own.</summary>
internal sealed class LiveTimeline : IDisposable
{
    // What is over sooner than this nobody could watch.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ManualResetEventSlim _over = new();
    private readonly Func<object, Action<object>> _show;
    private readonly Func<Run> _soFar;
    private readonly Thread _thread;

    /// <summary>Begins; until it is disposed, and then once more.</summary>
    /// <param name="show">Shows a picture, and gives what shows another one in its place.</param>
    /// <param name="soFar">The run as it is when asked for.</param>
    public LiveTimeline(Func<object, Action<object>> show, Func<Run> soFar)
    {
        (_show, _soFar) = (show, soFar);
        _thread = new Thread(Draw)
        {
            IsBackground = true,
            Name = "Live timeline",
            Priority = ThreadPriority.BelowNormal,
        };
        _thread.Start();
    }

    /// <summary>The example is over: draws how it ended. Nothing is shown afterwards.</summary>
    public void Dispose()
    {
        _over.Set();
        _thread.Join();
        _over.Dispose();
    }

    private void Draw()
    {
        Action<object>? update = null;
        for (var isOver = false; !isOver; )
        {
            isOver = _over.Wait(Pause);
            if (isOver && update is null)
                return;
            if (Picture(isOver) is not { } picture)
                return;
            if (update is null)
                update = _show(picture);
            else
                update(picture);
        }
    }

    // A picture that cannot be drawn does not end the example: the cell that asks for the whole one will say why.
    private Picture? Picture(bool isOver)
    {
        try
        {
            return TimelineChart.Of(_soFar() with { IsUnderWay = !isOver });
        }
        catch (Exception)
        {
            return null;
        }
    }
}
