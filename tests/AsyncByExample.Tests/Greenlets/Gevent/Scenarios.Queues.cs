using AsyncByExample.Greenlets;
using Numbers = AsyncByExample.Greenlets.Queue<int>;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Queues { get; } =
        new()
        {
            ["A queue gives items in the order in which they were put"] = () =>
            {
                var queue = new AsyncByExample.Greenlets.Queue<char>();
                foreach (var item in "abc")
                    queue.Put(item);
                Say(new[] { queue.Get(), queue.Get(), queue.Get() });
            },
            ["A queue may be made with items"] = () =>
            {
                var queue = new Numbers([1, 2]);
                Say(queue.Get(), queue.Get(), queue.IsEmpty);
            },
            ["To get from an empty queue waits until somebody puts"] = () =>
            {
                var queue = new Numbers();
                var greenlet = SpawnTaker(queue, "a");
                Greenlet.Yield();
                Say("put");
                queue.Put(1);
                Say("put returned");
                greenlet.Join();
            },
            ["Those who wait to get are served in the order in which they asked"] = () =>
            {
                var queue = new Numbers();
                Greenlet[] greenlets = [.. "abc".Select(name => SpawnTaker(queue, $"{name}"))];
                Greenlet.Yield();
                foreach (var item in new[] { 1, 2, 3 })
                    queue.Put(item);
                Greenlet.JoinAll(greenlets);
            },
            ["An item that is put for one who waits can be taken by another who asks before he wakes"] = () =>
            {
                var queue = new Numbers();
                var waiting = SpawnTaker(queue, "waiting");
                Greenlet.Yield();
                queue.Put(1);
                Say("main got", queue.Get());
                Say("waiting is ready", waiting.Ready);
                queue.Put(2);
                waiting.Join();
            },
            ["To put into a full queue waits until somebody gets"] = () =>
            {
                var queue = new Numbers(maxsize: 1);
                var greenlet = SpawnPutter(queue, 1, 2);
                Greenlet.Yield();
                Say("full", queue.IsFull);
                Say("got", queue.Get());
                Greenlet.Yield();
                Greenlet.Yield();
                Say("got", queue.Get());
                greenlet.Join();
            },
            ["Those who wait to put are served in the order in which they asked"] = () =>
            {
                var queue = new Numbers(maxsize: 1);
                Greenlet[] greenlets = [SpawnPutter(queue, 1), SpawnPutter(queue, 2), SpawnPutter(queue, 3)];
                Greenlet.Yield();
                SpawnTaker(queue, "taker", 3).Join();
                Greenlet.JoinAll(greenlets);
            },
            ["A producer and a consumer with a queue of one take turns"] = () =>
            {
                var queue = new Numbers(maxsize: 1);
                Greenlet.JoinAll([SpawnPutter(queue, 1, 2, 3, 4), SpawnTaker(queue, "consumer", 4)]);
            },
            ["A producer and a consumer with an unbounded queue: the producer goes on until it waits"] = () =>
            {
                var queue = new Numbers();
                Greenlet.JoinAll([SpawnTaker(queue, "consumer", 3), SpawnPutter(queue, 1, 2, 3)]);
            },
            [
                "Of two consumers of a filled queue the first takes all, for to get an item that is there does not let go"
            ] = () => TwoConsume(new Numbers(Enumerable.Range(0, 4)), static () => { }),
            ["Two consumers who sleep between items take turns"] = () =>
                TwoConsume(new Numbers(Enumerable.Range(0, 4)), Greenlet.Yield),
            ["Get with a time raises Empty when that is over"] = () =>
            {
                Attempt(() => new Numbers().Get(Short));
                Say(Elapsed());
            },
            ["Put with a time raises Full when that is over"] = () =>
            {
                var queue = new Numbers(1, [1]);
                Attempt(() => queue.Put(2, Short));
                Say(Elapsed(), queue.Count);
            },
            ["Who gave up getting is passed over"] = () =>
            {
                var queue = new Numbers();
                Greenlet[] greenlets = [Greenlet.Spawn(() => Attempt(() => queue.Get(Short))), SpawnTaker(queue, "b")];
                Greenlet.Sleep(Long);
                queue.Put(1);
                Greenlet.JoinAll(greenlets);
            },
            ["Who was killed while it waited to get is passed over"] = () =>
            {
                var queue = new Numbers();
                var (first, second) = (SpawnTaker(queue, "a"), SpawnTaker(queue, "b"));
                Greenlet.Yield();
                first.Kill();
                queue.Put(1);
                second.Join();
            },
            ["What somebody waited to put who was killed is not put"] = () =>
            {
                var queue = new Numbers(1, [1]);
                var greenlet = SpawnPutter(queue, 2);
                Greenlet.Yield();
                greenlet.Kill();
                Say(queue.Get(), queue.Count);
            },
            ["Get without waiting raises Empty, and put without waiting raises Full"] = () =>
            {
                var queue = new Numbers(1);
                Attempt(() => queue.GetNoWait());
                Attempt(() => queue.PutNoWait(1));
                Attempt(() => queue.PutNoWait(2));
                Attempt(() => queue.GetNoWait());
                Attempt(() => queue.GetNoWait());
            },
            ["Get with a time of 0 raises Empty, but lets the others have a turn"] = () =>
            {
                SpawnSay("another");
                Attempt(() => new Numbers().Get(Ms(0)));
            },
            ["The sizes of a queue with room for two"] = () =>
            {
                var queue = new Numbers(2);
                for (var item = 1; item <= 2; item++)
                {
                    Say(queue.Count, queue.Count, queue.IsEmpty, queue.IsFull);
                    queue.Put(item);
                }
                Say(queue.Count, queue.Count, queue.IsEmpty, queue.IsFull);
            },
            ["A queue of no size or of size 0 is never full"] = () =>
            {
                foreach (var queue in new[] { new Numbers(), new Numbers([]), new Numbers(0) })
                {
                    queue.PutNoWait(1);
                    queue.PutNoWait(2);
                    Say(queue.Count, queue.IsFull, queue.MaxSize);
                }
            },
            ["Those who wait to put do not count as items"] = () =>
            {
                var queue = new Numbers(1);
                Greenlet[] greenlets = [.. new[] { 1, 2, 3 }.Select(item => Greenlet.Spawn(() => queue.Put(item)))];
                Greenlet.Yield();
                Say(queue.Count, queue.IsFull);
                Greenlet.KillAll(greenlets);
            },
            ["Peek returns the next item and leaves it there"] = () =>
            {
                var queue = new Numbers([1, 2]);
                Say(queue.Peek(), queue.Peek(), queue.Count);
                Attempt(() => new Numbers().PeekNoWait());
                Attempt(() => new Numbers().Peek(Short));
            },
            ["Who waits to peek is woken by a put and leaves the item for who waits to get"] = () =>
            {
                var queue = new Numbers();
                Greenlet[] greenlets = [Greenlet.Spawn(() => Say("peeked", queue.Peek())), SpawnTaker(queue, "taker")];
                Greenlet.Yield();
                queue.Put(1);
                Greenlet.JoinAll(greenlets);
            },
        };

    private static Dictionary<string, Action> PatchedQueues { get; } =
        new()
        {
            ["Of two that take from Python's own queue, patched, without a wait, the first takes all"] = () =>
            {
                var queue = new Numbers(Enumerable.Range(0, 6));
                Greenlet.JoinAll([Greenlet.Spawn(Take, "a"), Greenlet.Spawn(Take, "b")]);

                void Take(string name)
                {
                    while (queue.TryDequeue(out var item))
                        Say(name, item);
                }
            },
            ["To take an item from Python's own queue, patched, lets go of the thread once, with the queue locked"] =
                () =>
                {
                    var queue = new Numbers([1, 2]);
                    Greenlet.JoinAll([
                        Greenlet.Spawn(Take, "a"),
                        SpawnWork("other", Ms(0), Ms(0)),
                        Greenlet.Spawn(Take, "b"),
                    ]);

                    void Take(string name)
                    {
                        Say(name, "takes");
                        queue.TryDequeue(out var item);
                        Say(name, item);
                    }
                },
            ["To put an item into Python's own queue, patched, lets go of the thread once"] = () =>
            {
                var queue = new Numbers();
                Greenlet.JoinAll([Greenlet.Spawn(Put), SpawnWork("other", Ms(0), Ms(0))]);

                void Put()
                {
                    Say("puts");
                    queue.Enqueue(1);
                    Say("has put");
                }
            },
            ["To ask Python's own queue, patched, whether it is empty does not let go"] = () =>
            {
                var queue = new Numbers();
                Greenlet.JoinAll([
                    Greenlet.Spawn(() => Say("empty", queue.Count == 0, queue.Count)),
                    SpawnSay("other"),
                ]);
            },
            ["Two that take from Python's own queue, patched, and sleep for 0 in every step"] = () =>
            {
                var queue = new Numbers([2, 1, 3]);
                Greenlet.JoinAll([Greenlet.Spawn(Take, "a"), Greenlet.Spawn(Take, "b")]);

                void Take(string name)
                {
                    while (queue.TryDequeue(out var steps))
                    {
                        for (var step = 0; step < steps; step++)
                        {
                            Say(name, "step", step);
                            AsyncByExample.Greenlets.Thread.Sleep(0);
                        }
                        Say(name, "did one");
                    }
                }
            },
            [
                "Two that take how long to sleep from Python's own queue, patched: the article's program with no two that end together"
            ] = () =>
            {
                var queue = new Numbers([15, 10, 4, 2]);
                Greenlet.JoinAll([Greenlet.Spawn(Take, "One"), Greenlet.Spawn(Take, "Two")]);
                Say(Elapsed());

                void Take(string name)
                {
                    while (queue.TryDequeue(out var delay))
                    {
                        Say("Task", name, "running", delay);
                        AsyncByExample.Greenlets.Thread.Sleep(20 * delay);
                        Say("Task", name, "total elapsed time", delay);
                    }
                }
            },
        };

    private static Greenlet SpawnTaker(Numbers queue, string name, int times = 1) =>
        Greenlet.Spawn(() =>
        {
            for (; times > 0; times--)
                Say(name, "got", queue.Get());
        });

    private static Greenlet SpawnPutter(Numbers queue, params int[] items) =>
        Greenlet.Spawn(() =>
        {
            foreach (var item in items)
            {
                queue.Put(item);
                Say("put", item);
            }
        });

    private static void TwoConsume(Numbers queue, Action pause)
    {
        Greenlet.JoinAll([Greenlet.Spawn(Consume, "a"), Greenlet.Spawn(Consume, "b")]);

        void Consume(string name)
        {
            while (!queue.IsEmpty)
            {
                Say(name, queue.Get());
                pause();
            }
        }
    }
}
