using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace AsyncByExample.Greenlets;

public partial class Greenlet
{
    /// <summary>
    /// Lets go until all have ended; in the main program the hub has the thread meanwhile. As gevent's <c>joinall</c> it
    /// does not throw what a greenlet threw, which is printed when it happens and kept in <see cref="Exception"/>.
    /// </summary>
    /// <param name="timeout">How long at most, in article time; null for ever.</param>
    /// <param name="count">How many are enough; null for all.</param>
    /// <param name="raiseError">Throws what the first that fails threw.</param>
    /// <returns>Those that have ended, in the order of ending.</returns>
    /// <exception cref="LoopExit">Nobody is left who could go on, and this is the main program.</exception>
    public static IReadOnlyList<Greenlet> JoinAll(
        IEnumerable<Greenlet> greenlets,
        TimeSpan? timeout = null,
        int? count = null,
        bool raiseError = false,
        [CallerLineNumber] int line = 0
    )
    {
        var ended = new List<Greenlet>();
        foreach (var greenlet in EachEnded(greenlets, timeout, count, "Greenlet.JoinAll", line))
        {
            if (raiseError && greenlet.Exception is { } exception)
                ExceptionDispatchInfo.Throw(exception);
            ended.Add(greenlet);
        }
        return ended;
    }

    /// <summary>The greenlets one after the other, each when it has ended: gevent's <c>iwait</c>.</summary>
    /// <param name="timeout">How long at most, in article time, in all; then the rest is left out.</param>
    /// <param name="count">How many are enough; null for all.</param>
    public static IEnumerable<Greenlet> JoinEach(
        IEnumerable<Greenlet> greenlets,
        TimeSpan? timeout = null,
        int? count = null,
        [CallerLineNumber] int line = 0
    ) => EachEnded(greenlets, timeout, count, "Greenlet.JoinEach", line);

    private static IEnumerable<Greenlet> EachEnded(
        IEnumerable<Greenlet> greenlets,
        TimeSpan? timeout,
        int? count,
        string call,
        int line
    )
    {
        ArgumentNullException.ThrowIfNull(greenlets);
        Limit.Check(timeout, call);
        ArgumentOutOfRangeException.ThrowIfNegative(count ?? 0);
        Greenlet[] all = [.. greenlets];
        if (Array.IndexOf(all, null) is var index and >= 0)
            throw new ArgumentException($"{call} was given no greenlet at place {index}", nameof(greenlets));
        foreach (var greenlet in all)
            greenlet.ThrowIfCurrent(call);
        return all.Length == 0 ? [] : EachEnded(all, timeout, Math.Min(count ?? all.Length, all.Length), call, line);
    }

    private static IEnumerable<Greenlet> EachEnded(Greenlet[] all, TimeSpan? timeout, int count, string call, int line)
    {
        var (ended, isOver) = (new System.Collections.Generic.Queue<Greenlet>(), false);
        var waiter = NewWait(all[0], call, line, new Unfinished(all));
        var links = Array.ConvertAll(all, greenlet => greenlet.AddLink(() => Ended(greenlet)));
        var timer = timeout is { } limit ? waiter.Hub.Loop.CallLater(limit, TimeIsOver) : null;
        try
        {
            for (; count > 0; count--)
            {
                if (ended.Count == 0 && !isOver)
                    Hub.Wait(waiter = NewWait(all[0], call, line, new Unfinished(all)));
                if (ended.Count == 0)
                    yield break;
                yield return ended.Dequeue();
            }
        }
        finally
        {
            timer?.Dispose();
            foreach (var (greenlet, link) in all.Zip(links))
                greenlet.RemoveLink(link);
        }

        Waiter Ended(Greenlet greenlet)
        {
            ended.Enqueue(greenlet);
            return waiter;
        }

        void TimeIsOver()
        {
            isOver = true;
            waiter.Hub.SwitchTo(waiter);
        }
    }

    private sealed class Unfinished(Greenlet[] all)
    {
        private const int MostNames = 3;

        public override string ToString()
        {
            var names = all.Where(greenlet => !greenlet.Ready).Select(greenlet => $"{greenlet}").ToList();
            var others = names.Count > MostNames ? $" and {names.Count - MostNames} more" : "";
            return string.Join(", ", names.Take(MostNames)) + others;
        }
    }
}
