namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>The scenarios of Twisted that print something else here, or nothing: each with the reason.</summary>
internal static class Differences
{
    /// <summary>Ours does otherwise, and the documentation of the member says so.</summary>
    public static IReadOnlyDictionary<string, string> ByDesign { get; } =
        Grouped(
            new()
            {
                ["null is refused at once, by name: it is a slip"] =
                [
                    "To add no errback is to add nothing",
                    "In addCallbacks the errback may be nothing, which passes failures by",
                ],
                [
                    "what nobody handled is reported at the end of the run, in the order of failing, so that each run prints the same"
                ] =
                [
                    "A failure that nobody handles is logged when the Deferred is collected, not before",
                    "A failure that a late callback raises is logged too",
                    "A failure that went from an inner Deferred to the one that waited for it is logged once, as that one's",
                    "The failures of two Deferreds are logged in the order of collecting",
                    "A failure of a generator that nobody handles is logged when it is collected",
                ],
                ["a Deferred that would wait for itself fails and says so"] =
                [
                    "A callback that returns its own Deferred is warned of, and the Deferred waits forever",
                ],
                ["to unpause what is not paused is refused"] =
                [
                    "To unpause a Deferred that is not paused keeps the callbacks from running, as the count is below 0",
                ],
                ["a canceller that throws still ends its Deferred, and what it throws comes out of Cancel"] =
                [
                    "What a canceller raises comes out of cancel, and the Deferred has not fired",
                    "To cancel a second time after a canceller has raised calls the canceller again",
                    "What a canceller raises when the time is over comes out of the clock, and the Deferred has not fired",
                    "To cancel a list goes on with the next member where a canceller raises, which is logged",
                ],
                ["the result of what was yielded stays in its Deferred, for the iterator to read"] =
                [
                    "A Deferred that a generator waited for has nothing for its result afterwards",
                    "A Deferred that is yielded twice gives nothing the second time",
                    "A callback added to a Deferred after a generator waits for it gets nothing, after the generator has gone on",
                    "Two generators that wait for one Deferred: the first gets the result, the second gets nothing",
                    "A task that is stopped while it waits for a Deferred ends at once, and the Deferred's result does nothing",
                ],
                ["a Deferred is refused where it is returned, which ends the iterator: the whole fails"] =
                [
                    "A generator whose result is a Deferred raises AssertionError out of the call",
                ],
                [
                    "a task goes on right after the call that fired its Deferred: at ten times the article's pace too much arrives together"
                ] =
                [
                    "With turns at once, two tasks that wait for the same delay: both Deferreds fire, then the second goes on, then the first",
                    "With turns at once, two tasks that wait for different delays",
                    "With turns at once, calls that are due when the Deferred fires, or with the turn after, come before the task goes on",
                ],
                ["the finally blocks of an iterator that is not gone on with run at once"] =
                [
                    "A task that yields a Deferred that fails ends with that failure, and its iterator is left where it is",
                    "The finally block of a stopped task runs only when its iterator is closed",
                ],
                ["the Deferred keeps its own failure, which is reported"] =
                [
                    "A task that is stopped while it waits for a Deferred that fails then: the failure is AlreadyCalledError, for the task is to end twice",
                ],
                ["to stop a cooperator stops all its tasks"] =
                [
                    "To stop a cooperator fails every other task only, and those that are added afterwards, with SchedulerStopped",
                    "To stop a cooperator leaves a task that waits for a Deferred, and fails it when that fires",
                ],
            }
        );

    /// <summary>There is nothing like it in C#, or not here.</summary>
    public static IReadOnlyDictionary<string, string> NotHere { get; } =
        Grouped(
            new()
            {
                ["a failure is the exception itself"] =
                [
                    "To fire with a failure is to fail",
                    "Check returns the class that fits, or nothing",
                    "A failure has the exception, its class and its message",
                    "Errback may be given an exception or a failure",
                ],
                ["C# does not tell which exception is being handled"] =
                [
                    "Errback without an argument takes the exception that is being handled",
                ],
                ["C# has no exceptions of that kind"] =
                [
                    "A callback that raises KeyboardInterrupt or SystemExit has failed like any other",
                ],
                ["a Deferred does not tell how often it is paused or what for"] =
                [
                    "While it waits for another, a Deferred is fired, has that one for its result and runs no callbacks",
                ],
                ["nobody counts a reactor's delayed calls"] =
                [
                    "A Deferred that has a result in time keeps it, and the timer is taken back",
                    "A Deferred that fails in time keeps its failure",
                    "A Deferred that is cancelled before its time is over fails with CancelledError and not with TimeoutError",
                    "The time covers the callbacks that were added before, also when they wait, and none added after",
                    "While all tasks wait the cooperator asks for no turn",
                    "A delayed call that is cancelled is not made",
                    "To cancel a deferLater cancels the call and fails it with CancelledError",
                ],
                ["a C# iterator cannot catch around yield return"] =
                [
                    "A Deferred that fails raises its exception at the yield, where the generator may catch it",
                    "A generator that catches CancelledError and returns gives the whole that result",
                    "A generator that catches CancelledError may wait again: the cancelled whole fires when it is done",
                    "A generator that waits for gatherResults gets FirstError at the yield",
                ],
                ["a C# iterator can neither return nor yield in a finally block"] =
                [
                    "A return in a finally block takes the place of what was raised",
                    "A finally block may wait for a Deferred, and the whole fails after it",
                ],
                ["only a Deferred or null can be yielded: the compiler sees to that"] =
                [
                    "To yield a value that is no Deferred goes on at once with it",
                    "A function without a yield that is decorated as a generator raises TypeError when called",
                    "To cooperate what is no iterator raises when its turn comes, as the task's failure",
                ],
                ["a Deferred cannot be awaited"] =
                [
                    "A coroutine that awaits Deferreds is as a generator that yields them",
                ],
                ["a failed Deferred of a task is reported at the end of the run, and shown before"] =
                [
                    "To resume a task that waits for a Deferred has it go on, and when the Deferred fires nothing is left to resume",
                ],
                ["a cooperator is started when it is made"] =
                [
                    "A cooperator that is not started gives turns only once it is",
                    "A cooperator that was stopped and is started again takes tasks again",
                ],
                ["no LoopingCall: see docs/twisted.md"] =
                [
                    "A looping call calls at once and then each interval",
                    "A looping call that is not to call now waits an interval first",
                    "A looping call's Deferred fires with the call when it is stopped",
                    "A looping call ends with the failure when its function raises",
                    "A looping call waits for the Deferred that its function returns",
                    "A looping call passes over the intervals that were missed",
                    "A looping call with count says how many intervals have passed",
                    "A looping call may stop itself",
                    "To start a looping call that runs, and to stop one that does not, raises AssertionError",
                    "A looping call with a negative interval raises ValueError",
                ],
                ["a virtual clock does not jump over what is due"] =
                [
                    "Delayed calls that come together are made in the order of their times",
                ],
                ["closures take the place of further arguments"] =
                [
                    "A delayed call gets the arguments that it was asked for with",
                ],
                ["no locks, semaphores and queues: see docs/twisted.md"] =
                [
                    "Those who wait for a lock get it in the order in which they asked",
                    "To release a lock that is not locked raises AssertionError",
                    "To cancel who waits for a lock passes over him",
                    "Run of a lock calls the function when its turn has come, and releases when it is done",
                    "Run of a lock releases when the function raises, too",
                    "A semaphore of two lets two in, and the next when one leaves",
                    "A queue gives those who wait what is put, in the order in which they asked",
                    "A queue keeps what is put until somebody asks",
                    "A queue with more than its size raises QueueOverflow, and with more waiting than its backlog QueueUnderflow",
                    "To cancel who waits for a queue's item passes over him",
                ],
            }
        );

    private static Dictionary<string, string> Grouped(Dictionary<string, string[]> scenarios) =>
        scenarios
            .SelectMany(group => group.Value.Select(name => (Name: name, Reason: group.Key)))
            .ToDictionary(one => one.Name, one => one.Reason);
}
