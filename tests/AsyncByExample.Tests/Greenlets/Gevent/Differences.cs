namespace AsyncByExample.Tests.Greenlets.Gevent;

/// <summary>The scenarios of gevent that our greenlets do not go through with the same lines, each with the reason.</summary>
internal static class Differences
{
    private const string NotStarted = "a Greenlet of ours is started by being spawned: there is none that is only made";
    private const string NoWait = "no gevent.wait: JoinAll says for whom, and Event.Wait for what";
    private const string OtherQueues =
        "one queue only: .NET has PriorityQueue, Stack and Channel, docs/gevent.md says which";
    private const string NoPool =
        "no Pool: Parallel.ForEachAsync bounds how many run, as a Semaphore does in greenlets";

    public static IReadOnlyDictionary<string, string> ByDesign { get; } =
        new Dictionary<string, string>
        {
            ["Who sleeps for 0 again and again does not keep a sleeper from waking"] =
                "so it is on a real clock; in virtual time none passes while somebody is ready",
            [
                "Greenlets that the main one spawns for the same time start in the order of a heap: the first, then the last, and back"
            ] = "ours start in the order of spawning: that of libev's heap is an accident",
            ["SystemExit in a greenlet comes out of the wait of the main one"] =
                "C# has no such exception: Environment.Exit ends the process",
            ["KeyboardInterrupt in a greenlet comes out of the wait of the main one"] =
                "the reader's stop does that, and ends every greenlet too, whose threads would stay otherwise",
            ["Except Exception does not catch GreenletExit"] =
                "in C# whatever is thrown is an Exception, and catch takes it",
            ["Except Exception does not catch a Timeout"] =
                "in C# whatever is thrown is an Exception, and catch takes it",
            ["A greenlet that joins itself waits forever, and the one that joins it gets LoopExit"] =
                "ours throws at once and says so",
        };

    public static IReadOnlyDictionary<string, string> WithoutCounterpart { get; } =
        new Dictionary<string, string>
        {
            ["To spawn nothing makes a greenlet that returns nothing"] = "Spawn takes a function",
            ["Wrong arguments fail the greenlet when it runs and not the one that spawns"] =
                "the compiler refuses wrong arguments",
            ["A greenlet that is made starts once, however often it is told to"] = NotStarted,
            ["A greenlet that was never started is not ready, and to join it raises for want of anybody who goes on"] =
                NotStarted,
            ["A greenlet is true from its start to its end"] = "an object of C# is neither true nor false: ask Ready",
            ["Wait for everything returns when nobody is left who goes on"] = NoWait,
            ["Wait for everything with a time returns False when that is over"] = NoWait,
            ["Wait takes events and greenlets alike"] = NoWait,
            ["A queue may be gone through, and StopIteration in it is the end"] = OtherQueues,
            ["To go through a queue waits for more while there is no StopIteration"] = OtherQueues,
            ["A priority queue gives the least item first"] = OtherQueues,
            ["A last-in queue gives the newest item first"] = OtherQueues,
            ["A joinable queue is joined when every item has been said to be done"] = OtherQueues,
            ["To join a joinable queue with nothing in it returns at once"] = OtherQueues,
            ["To join a joinable queue with a time returns False when that is over"] = OtherQueues,
            ["A channel holds nothing: to put waits until somebody gets"] = OtherQueues,
            ["A bounded semaphore that is released too often raises"] = "one Semaphore only, which has no bound",
            ["A lock may be taken twice by the greenlet that has it, and not by another"] =
                "no RLock: a Semaphore belongs to nobody, so its owner cannot take it twice",
            ["To spawn in a full pool waits until one has ended"] = NoPool,
            ["The map of a pool has the results in the order of the items, whoever ends first"] = NoPool,
            ["The map of a pool starts as many as fit, and each next when one ends"] = NoPool,
            ["The map of a pool raises the first failure in the order of the items, when its turn has come"] = NoPool,
            ["When the map of a pool raises, what has started goes on"] = NoPool,
            ["The imap of a pool gives each result as soon as its turn has come"] = NoPool,
            ["The unordered imap of a pool gives the results in the order of ending"] = NoPool,
            ["Apply runs a function in the pool and returns its result"] = NoPool,
            ["The number of a pool's greenlets falls as they end"] = NoPool,
            ["To kill a pool ends all of its greenlets"] = NoPool,
            ["A greenlet that fails in a pool gives its place to the next"] = NoPool,
            ["The join of a pool that is to raise raises what one of its greenlets raised"] = NoPool,
            ["A group has no bound: all start, and map has the results in order"] = NoPool,
        };
}
