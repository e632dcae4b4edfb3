using AsyncByExample.Greenlets;
using Numbers = AsyncByExample.Greenlets.Queue<int>;
using Semaphore = AsyncByExample.Greenlets.Semaphore;

namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static partial class Scenarios
{
    private static Dictionary<string, Action> Events { get; } =
        new()
        {
            ["Those who wait for an event are woken in the order in which they asked"] = () =>
            {
                var it = new Event();
                Greenlet[] greenlets = [.. "abc".Select(name => Greenlet.Spawn(() => Say(name, it.Wait())))];
                Greenlet.Yield();
                it.Set();
                Say("set", it.IsSet);
                Greenlet.JoinAll(greenlets);
            },
            ["To wait for an event that is set returns at once, without letting go"] = () =>
            {
                var it = new Event();
                it.Set();
                SpawnSay("another");
                Say(it.Wait());
            },
            ["To wait for an event with a time returns False when that is over"] = () =>
            {
                var it = new Event();
                Say(it.Wait(Short), Elapsed());
                Greenlet.SpawnLater(Short, it.Set);
                Say(it.Wait(Long), Elapsed());
            },
            ["An event that is cleared is waited for again"] = () =>
            {
                var it = new Event();
                it.Set();
                it.Clear();
                Say(it.IsSet, it.Wait(Ms(0)));
            },
            ["Who waits when an event is set is woken even if it is cleared at once"] = () =>
            {
                var it = new Event();
                var greenlet = Greenlet.Spawn(() => Say("woken", it.Wait(), it.IsSet));
                Greenlet.Yield();
                it.Set();
                it.Clear();
                greenlet.Join();
            },
            ["To set an event twice wakes once"] = () =>
            {
                var it = new Event();
                var greenlet = Greenlet.Spawn(() => Say("woken", it.Wait()));
                Greenlet.Yield();
                it.Set();
                it.Set();
                greenlet.Join();
                Greenlet.Yield();
                Say("the end");
            },
            ["Those that are ready before an event is set run before those it wakes"] = () =>
            {
                var it = new Event();
                var waiting = Greenlet.Spawn(() =>
                {
                    it.Wait();
                    Say("woken");
                });
                Greenlet.Yield();
                SpawnSay("ready before");
                it.Set();
                SpawnSay("ready after");
                waiting.Join();
                Greenlet.Yield();
            },
            ["An AsyncResult gives its value to all who wait, in the order in which they asked"] = () =>
            {
                var result = new AsyncResult<int>();
                Greenlet[] greenlets = [.. "ab".Select(name => Greenlet.Spawn(() => Say(name, result.Get())))];
                Greenlet.Yield();
                result.Set(42);
                Say("set", result.Ready, result.Successful, result.Value);
                Greenlet.JoinAll(greenlets);
                Say(result.Get());
            },
            ["An AsyncResult with an exception raises it in all who wait"] = () =>
            {
                var result = new AsyncResult<int>();
                Greenlet[] greenlets = [.. "ab".Select(_ => Greenlet.Spawn(() => Attempt(() => result.Get())))];
                Greenlet.Yield();
                result.SetException(new Boom("one"));
                Say(result.Ready, result.Successful, result.Exception);
                Greenlet.JoinAll(greenlets);
            },
            ["An AsyncResult without a value: get raises Timeout, wait returns nothing"] = () =>
            {
                var result = new AsyncResult<string>();
                Attempt(result.GetNoWait);
                Attempt(() => result.Get(Short));
                Attempt(() => result.Wait(Short));
            },
            ["An AsyncResult may be set again, and has the newest value"] = () =>
            {
                var result = new AsyncResult<int>();
                result.Set(1);
                result.Set(2);
                Say(result.Get());
            },
            ["Wait on an AsyncResult with an exception returns nothing and does not raise"] = () =>
            {
                var result = new AsyncResult<string>();
                result.SetException(new Boom("one"));
                Attempt(() => result.Wait());
            },
        };

    private static Dictionary<string, Action> Semaphores { get; } =
        new()
        {
            ["Those who wait for a semaphore get it in the order in which they asked"] = () =>
            {
                var semaphore = new Semaphore();
                Greenlet.JoinAll("abc".Select(name => Greenlet.Spawn(Use, name)));

                void Use(char name)
                {
                    using var inside = semaphore.Enter();
                    Say(name, "has it");
                    Greenlet.Yield();
                    Say(name, "leaves");
                }
            },
            ["A semaphore of two lets two in at a time"] = () =>
            {
                var semaphore = new Semaphore(2);
                Greenlet.JoinAll("abcde".Select(name => Greenlet.Spawn(Use, name)));

                void Use(char name)
                {
                    using var inside = semaphore.Enter();
                    Say(name, "in", Elapsed());
                    Greenlet.Sleep(Short);
                }
            },
            ["Who releases and acquires again at once gets the semaphore before one who waits for it"] = () =>
            {
                var semaphore = new Semaphore();
                Greenlet.JoinAll("ab".Select(name => Greenlet.Spawn(Use, name)));

                void Use(char name)
                {
                    for (var turn = 0; turn < 2; turn++)
                        using (semaphore.Enter())
                        {
                            Say(name, "has it");
                            Greenlet.Yield();
                        }
                }
            },
            ["Acquire without blocking, and with a time, returns False when there is nothing to have"] = () =>
            {
                var semaphore = new Semaphore();
                Say(semaphore.Acquire(), semaphore.Counter, semaphore.Locked);
                Say(semaphore.TryAcquire());
                Say(semaphore.Acquire(Short), Elapsed());
                semaphore.Release();
                Say(semaphore.Counter, semaphore.Locked);
            },
        };

    private static Dictionary<string, Action> Stuck { get; } =
        new()
        {
            ["To get from an empty queue that nobody puts into raises LoopExit"] = () =>
                Attempt(() => new Numbers().Get()),
            ["To wait for an event that nobody sets raises LoopExit"] = () => Attempt(() => new Event().Wait()),
            ["To acquire a semaphore that nobody releases raises LoopExit"] = () =>
                Attempt(() => new Semaphore(0).Acquire()),
            ["Of two greenlets that join each other the main one gets LoopExit"] = () =>
            {
                Greenlet[] greenlets = [null!, null!];
                greenlets[0] = Greenlet.Spawn(() => greenlets[1].Join());
                greenlets[1] = Greenlet.Spawn(() => greenlets[0].Join());
                Attempt(() => Greenlet.JoinAll(greenlets));
                Say(greenlets.Select(greenlet => greenlet.Ready));
            },
            ["To join a greenlet that waits for an event nobody sets raises LoopExit"] = () =>
            {
                var greenlet = Greenlet.Spawn(() => new Event().Wait());
                Attempt(() => greenlet.Join());
                Attempt(() => greenlet.Get());
            },
            ["Joinall of a greenlet that ends and one that never does raises LoopExit"] = () =>
            {
                Greenlet[] greenlets = [Greenlet.Spawn(() => new Event().Wait()), Greenlet.Spawn(() => 42)];
                Attempt(() => Places(greenlets, Greenlet.JoinAll(greenlets)));
            },
            ["LoopExit comes out of the main greenlet's wait, and not out of the others'"] = () =>
            {
                var greenlet = Greenlet.Spawn(() =>
                {
                    try
                    {
                        new Event().Wait();
                    }
                    catch (LoopExit exception)
                    {
                        Say("greenlet got", exception);
                    }
                });
                Attempt(() => greenlet.Join());
            },
            ["After LoopExit the main greenlet may go on, and so may those that it left waiting"] = () =>
            {
                var it = new Event();
                var greenlet = Greenlet.Spawn(() =>
                {
                    it.Wait();
                    Say("it goes on");
                });
                Attempt(() => greenlet.Join());
                it.Set();
                Attempt(() => greenlet.Join());
            },
            ["While somebody sleeps there is no LoopExit: it comes when he has ended"] = () =>
            {
                SpawnWork("sleeper", Short);
                Attempt(() => new Event().Wait());
                Say(Elapsed());
            },
            ["A wait with a time is no LoopExit"] = () => Say(new Event().Wait(Short)),
        };
}
