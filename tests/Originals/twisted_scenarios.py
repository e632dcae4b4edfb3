"""What Twisted does, as lines printed: see README.md. Its times are a Clock's: no second of them passes."""

import gc

import twisted
from twisted.internet.defer import (
    Deferred,
    DeferredList,
    DeferredLock,
    DeferredQueue,
    DeferredSemaphore,
    ensureDeferred,
    execute,
    fail,
    gatherResults,
    inlineCallbacks,
    maybeDeferred,
    returnValue,
    succeed,
)
from twisted.internet.task import Clock, Cooperator, LoopingCall, deferLater
from twisted.logger import globalLogPublisher
from twisted.python.failure import Failure

from scenarios import Boom, attempt, main, say, scenario


def step(name, returns=None, raises=None):
    """A callback that says what it gets, and then returns something else or raises."""

    def callback(result):
        say(name, "gets", result)
        if raises is not None:
            raise raises
        return result if returns is None else returns

    return callback


def log():
    """From now on, says what is logged as an error."""

    def observe(event):
        failure = event.get("log_failure") or event.get("failure")
        if failure is not None:
            say("logged", failure)

    globalLogPublisher.addObserver(observe)


def collected():
    """What nobody refers to any more is collected."""
    gc.collect()


def show(name, deferred):
    say(name, "called", bool(deferred.called), "result", getattr(deferred, "result", "absent"))


def run(clock, times, seconds=1):
    """Lets time pass a second at a time, and says which it is."""
    for _ in range(times):
        say("second", int(clock.seconds()) + 1)
        clock.advance(seconds)


# Chains of callbacks


@scenario("Callbacks run in the order in which they were added, each with what the one before returned")
def _():
    deferred = Deferred()
    deferred.addCallback(step("a", 2)).addCallback(step("b", 3)).addCallback(step("c"))
    deferred.callback(1)


@scenario("To add a callback returns the same Deferred")
def _():
    deferred = Deferred()
    say(deferred.addCallback(step("a")) is deferred, deferred.addErrback(step("b")) is deferred)


@scenario("No callback runs before the Deferred is fired, and all have run when that returns")
def _():
    deferred = Deferred().addCallback(step("a"))
    say("fire")
    deferred.callback(1)
    say("fired")


@scenario("A callback that is added to a fired Deferred runs at once")
def _():
    deferred = succeed(1)
    deferred.addCallback(step("a", 2))
    say("added")
    deferred.addCallback(step("b"))


@scenario("A callback that returns nothing gives nothing to the next")
def _():
    succeed(1).addCallback(lambda _: None).addCallback(step("b"))


@scenario("A callback gets the further arguments that it was added with")
def _():
    succeed(1).addCallback(lambda result, more, named: say(result, more, named), 2, named=3)


@scenario("A callback that raises sends the failure to the next errback, and the callbacks between are passed over")
def _():
    deferred = succeed(1)
    deferred.addCallback(step("a", raises=Boom("one"))).addCallback(step("b")).addErrback(step("c", "saved"))
    deferred.addCallback(step("d"))


@scenario("An errback is passed over when there is no failure")
def _():
    succeed(1).addErrback(step("a")).addCallback(step("b"))


@scenario("An errback that returns something goes on with the callbacks")
def _():
    fail(Boom("one")).addErrback(step("a", "saved")).addErrback(step("b")).addCallback(step("c"))


@scenario("An errback that returns nothing goes on with the callbacks, which get nothing")
def _():
    fail(Boom("one")).addErrback(lambda _: None).addCallback(step("b"))


@scenario("An errback that returns the failure that it gets passes it on to the next errback")
def _():
    fail(Boom("one")).addErrback(step("a")).addCallback(step("b")).addErrback(step("c", "saved"))


@scenario("An errback that raises sends the new failure to the next errback")
def _():
    fail(Boom("one")).addErrback(step("a", raises=Boom("two"))).addErrback(step("b", "saved"))


@scenario("The chain goes from callbacks to errbacks and back as often as they raise and return")
def _():
    deferred = succeed(1)
    for number in range(3):
        deferred.addCallback(step("callback", raises=Boom(number)))
        deferred.addErrback(step("errback", number))


@scenario("A callback that returns a failure has failed")
def _():
    succeed(1).addCallback(lambda _: Failure(Boom("one"))).addCallback(step("b")).addErrback(step("c", "saved"))


@scenario("A callback that returns an exception has not failed")
def _():
    succeed(1).addCallback(lambda _: Boom("one")).addErrback(step("b")).addCallback(step("c"))


@scenario("To fire with a failure is to fail")
def _():
    deferred = Deferred().addCallback(step("a")).addErrback(step("b", "saved"))
    deferred.callback(Failure(Boom("one")))


@scenario("Of two functions added together one runs, and the errback does not get what the callback raises")
def _():
    deferred = succeed(1)
    deferred.addCallbacks(step("callback", raises=Boom("one")), step("errback beside"))
    deferred.addCallbacks(step("callback after"), step("errback after", "saved"))


@scenario("Of two functions added together the callback does not get what the errback returns")
def _():
    deferred = fail(Boom("one"))
    deferred.addCallbacks(step("callback beside"), step("errback", "saved"))
    deferred.addCallbacks(step("callback after"), step("errback after"))


@scenario("A function added for both runs either way")
def _():
    succeed(1).addBoth(step("a"))
    fail(Boom("one")).addBoth(step("b", "saved")).addBoth(step("c"))


@scenario("A callback may be added several times")
def _():
    succeed(1).addCallback(lambda value: value + 1).addCallback(lambda value: value + 1).addCallback(step("c"))


@scenario("To add no callback, or nothing for both, raises AssertionError at once")
def _():
    attempt(Deferred().addCallback, None)
    attempt(Deferred().addBoth, None)


@scenario("To add no errback is to add nothing")
def _():
    fail(Boom("one")).addErrback(None).addErrback(step("b", "saved"))


@scenario("In addCallbacks the errback may be nothing, which passes failures by")
def _():
    fail(Boom("one")).addCallbacks(step("a"), None).addErrback(step("b", "saved"))


@scenario("To fire a second time raises AlreadyCalledError, whichever way")
def _():
    deferred = Deferred()
    deferred.callback(1)
    attempt(deferred.callback, 2)
    attempt(deferred.errback, Boom("one"))
    deferred.addCallback(step("a"))


@scenario("To fire a second time after a failure raises AlreadyCalledError")
def _():
    deferred = Deferred()
    deferred.errback(Boom("one"))
    attempt(deferred.callback, 2)
    deferred.addErrback(step("a", "saved"))


@scenario("To fire within a callback of the same Deferred raises AlreadyCalledError there")
def _():
    deferred = Deferred()
    deferred.addCallback(lambda _: deferred.callback(2)).addErrback(step("b", "saved"))
    deferred.callback(1)


@scenario("To fire with a Deferred raises AssertionError, and it has not fired")
def _():
    deferred = Deferred()
    attempt(deferred.callback, succeed(1))
    say(bool(deferred.called))


@scenario("A callback that is added in a callback runs after those added before")
def _():
    deferred = Deferred()

    def first(result):
        say("a begins")
        deferred.addCallback(step("added"))
        say("a ends")
        return 2

    deferred.addCallback(first).addCallback(step("b", 3))
    deferred.callback(1)


@scenario("A callback that is added in the last callback runs after it, with what it returned")
def _():
    deferred = Deferred()
    deferred.addCallback(lambda _: deferred.addCallback(step("added")) and 2)
    deferred.callback(1)


@scenario("The result of a Deferred is what its last callback returned")
def _():
    deferred = Deferred()
    show("before", deferred)
    deferred.addCallback(step("a", 2))
    deferred.callback(1)
    show("after", deferred)
    deferred.addCallback(step("b", 3))
    show("later", deferred)


@scenario("The result of a Deferred within a callback is what was given to it")
def _():
    deferred = Deferred()
    deferred.addCallback(lambda _: show("within", deferred))
    deferred.callback(1)


@scenario("A thousand callbacks and more need no stack")
def _():
    deferred = Deferred()
    for _ in range(10_000):
        deferred.addCallback(lambda value: value + 1)
    deferred.addCallback(step("last"))
    deferred.callback(0)


# Failures


@scenario("Trap returns the class that fits, and raises the failure again where none does")
def _():
    say(Failure(Boom("one")).trap(ValueError, Boom) is Boom)
    attempt(Failure(Boom("one")).trap, ValueError)


@scenario("A failure that an errback does not trap goes on to the next errback")
def _():
    deferred = fail(Boom("one"))
    deferred.addErrback(lambda failure: say("trapped", failure.trap(ValueError)))
    deferred.addErrback(step("b", "saved"))


@scenario("Trap takes the subclasses of a class too")
def _():
    say(Failure(KeyError("one")).trap(LookupError) is LookupError)


@scenario("Check returns the class that fits, or nothing")
def _():
    failure = Failure(Boom("one"))
    say(failure.check(Boom) is Boom, failure.check(ValueError))


@scenario("A failure has the exception, its class and its message")
def _():
    failure = Failure(Boom("one"))
    say(failure.value, failure.type is Boom, failure.getErrorMessage())


@scenario("RaiseException of a failure raises its exception")
def _():
    attempt(Failure(Boom("one")).raiseException)


@scenario("Errback may be given an exception or a failure")
def _():
    for error in (Boom("one"), Failure(Boom("two"))):
        Deferred().addErrback(step("a", "saved")).errback(error)


@scenario("Errback without an argument takes the exception that is being handled")
def _():
    deferred = Deferred().addErrback(step("a", "saved"))
    try:
        raise Boom("one")
    except Boom:
        deferred.errback()


@scenario("Errback without an argument, where no exception is being handled, raises NoCurrentExceptionError")
def _():
    deferred = Deferred()
    attempt(deferred.errback)
    say(bool(deferred.called))


@scenario("Fail without an argument, where no exception is being handled, raises NoCurrentExceptionError")
def _():
    attempt(fail)


@scenario("A callback that raises KeyboardInterrupt or SystemExit has failed like any other")
def _():
    for error in (KeyboardInterrupt(), SystemExit()):
        succeed(1).addCallback(step("a", raises=error)).addErrback(step("b", "saved"))


# Failures that nobody handles


@scenario("A failure that nobody handles is logged when the Deferred is collected, not before")
def _():
    log()
    deferred = fail(Boom("one"))
    say("failed")
    del deferred
    collected()
    say("collected")


@scenario("A failure that an errback handles in the end is not logged")
def _():
    log()
    fail(Boom("one")).addErrback(lambda _: None)
    deferred = fail(Boom("two"))
    deferred.addCallback(step("a"))
    deferred.addErrback(lambda _: None)
    del deferred
    collected()
    say("collected")


@scenario("A failure that a late callback raises is logged too")
def _():
    log()
    succeed(1).addCallback(step("a", raises=Boom("one")))
    collected()
    say("collected")


@scenario("What an errback raises is logged, and what it handled is not")
def _():
    log()
    fail(Boom("one")).addErrback(step("a", raises=Boom("two")))
    collected()


@scenario("A Deferred that never fires is not logged")
def _():
    log()
    Deferred().addCallback(step("a"))
    collected()
    say("collected")


@scenario("A failure that went from an inner Deferred to the one that waited for it is logged once, as that one's")
def _():
    log()
    inner = Deferred()
    outer = succeed(1).addCallback(lambda _: inner)
    inner.errback(Boom("one"))
    show("inner", inner)
    del inner
    collected()
    say("inner is collected")
    del outer
    collected()
    say("outer is collected")


@scenario("The failures of two Deferreds are logged in the order of collecting")
def _():
    log()
    first, second = fail(Boom("one")), fail(Boom("two"))
    del second
    collected()
    del first
    collected()


# Deferreds that callbacks return


@scenario("A callback that returns a Deferred makes the next wait for it")
def _():
    inner = Deferred()
    outer = succeed(1).addCallback(lambda _: inner).addCallback(step("next"))
    say("waits")
    inner.callback(2)
    show("outer", outer)


@scenario("A callback that returns a Deferred that has fired goes on at once")
def _():
    succeed(1).addCallback(lambda _: succeed(2)).addCallback(step("next"))
    say("the end")


@scenario("A callback that returns a Deferred that fails has failed")
def _():
    inner = Deferred()
    succeed(1).addCallback(lambda _: inner).addCallback(step("callback")).addErrback(step("errback", "saved"))
    inner.errback(Boom("one"))


@scenario("A callback that returns a Deferred that has failed has failed, and the inner one's result is gone")
def _():
    inner = fail(Boom("one"))
    succeed(1).addCallback(lambda _: inner).addErrback(step("errback", "saved"))
    show("inner", inner)


@scenario("An errback may return a Deferred too, with which the chain goes on")
def _():
    inner = Deferred()
    fail(Boom("one")).addErrback(lambda _: inner).addCallback(step("next"))
    inner.callback(2)


@scenario("While it waits for another, a Deferred is fired, has that one for its result and runs no callbacks")
def _():
    inner = Deferred()
    outer = succeed(1).addCallback(lambda _: inner)
    say(bool(outer.called), outer.result is inner, outer.paused)
    outer.addCallback(step("added meanwhile"))
    say("added")
    inner.callback(2)


@scenario("A Deferred that another waited for has nothing for its result afterwards")
def _():
    inner = Deferred()
    succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
    inner.callback(2)
    show("inner", inner)
    inner.addCallback(step("added to inner"))


@scenario("The callbacks of an inner Deferred that were added before run first, and their result goes to the outer one")
def _():
    inner = Deferred().addCallback(step("before", 3))
    succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
    inner.callback(2)


@scenario("The callbacks of an inner Deferred that were added after it was returned get nothing, after the outer one's")
def _():
    inner = Deferred()
    succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
    inner.addCallback(step("after"))
    inner.callback(2)


@scenario("Deferreds that wait for each other in a row go on from the inside out")
def _():
    inner, middle = Deferred(), Deferred()
    middle.addCallback(lambda _: inner).addCallback(step("middle", "from middle"))
    outer = succeed(1).addCallback(lambda _: middle).addCallback(step("outer"))
    middle.callback(2)
    say("waits", bool(outer.called))
    inner.callback(3)


@scenario("Deferreds that were returned before what they return in turn fire, go on all the same")
def _():
    inner, middle = Deferred(), Deferred()
    middle.addCallback(lambda _: inner)
    middle.callback(2)
    succeed(1).addCallback(lambda _: middle).addCallback(step("outer"))
    say("waits")
    inner.callback(3)


@scenario("An inner Deferred that has fired, but waits for yet another, is waited for")
def _():
    innermost = Deferred()
    inner = succeed(1).addCallback(lambda _: innermost)
    succeed(2).addCallback(lambda _: inner).addCallback(step("outer"))
    say("waits")
    innermost.callback(3)


@scenario("Ten thousand Deferreds that wait for each other need no stack")
def _():
    first = current = Deferred()
    for _ in range(10_000):
        outer = Deferred()
        outer.addCallback(lambda _, inner=current: inner)
        outer.callback(None)
        current = outer
    current.addCallback(step("last"))
    first.callback("it")


@scenario("A Deferred that is returned in the middle of its own callbacks gives what it has just then, and has nothing after")
def _():
    inner = Deferred()

    def first(result):
        succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
        say("first ends")
        show("inner", inner)
        return 3

    inner.addCallback(first).addCallback(step("second"))
    inner.callback(2)


@scenario("Two Deferreds that wait for the same third: the first gets its result, the second gets nothing")
def _():
    inner = Deferred()
    for name in "ab":
        succeed(1).addCallback(lambda _: inner).addCallback(step(name))
    inner.callback(2)


@scenario("A callback that returns its own Deferred is warned of, and the Deferred waits forever")
def _():
    import warnings

    deferred = Deferred()
    deferred.addCallback(lambda _: deferred).addCallback(step("next")).addErrback(step("errback", "saved"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        attempt(deferred.callback, 1)
    say("warnings", len(caught), "result is itself", deferred.result is deferred)


@scenario("ChainDeferred hands the result to another Deferred, and has nothing for its own afterwards")
def _():
    first, second = Deferred(), Deferred().addCallback(step("second"))
    first.chainDeferred(second)
    first.callback(1)
    show("first", first)


@scenario("ChainDeferred hands the failure to another Deferred, and has none itself afterwards")
def _():
    first, second = Deferred(), Deferred().addErrback(step("second", "saved"))
    first.chainDeferred(second)
    first.errback(Boom("one"))
    show("first", first)


@scenario("What a callback of the Deferred that got the result raises does not come back to the one that handed it over")
def _():
    first, second = Deferred(), Deferred()
    second.addCallback(step("second", raises=Boom("one")))
    first.chainDeferred(second)
    first.addBoth(step("first"))
    first.callback(1)
    second.addErrback(step("second", "saved"))


@scenario("ChainDeferred from a fired Deferred hands the result over at once")
def _():
    succeed(1).chainDeferred(Deferred().addCallback(step("second")))


# Pausing


@scenario("A paused Deferred runs no callbacks until it is unpaused")
def _():
    deferred = Deferred().addCallback(step("a"))
    deferred.pause()
    deferred.callback(1)
    say("fired")
    deferred.unpause()


@scenario("A Deferred that is paused twice goes on when it has been unpaused twice")
def _():
    deferred = Deferred().addCallback(step("a"))
    deferred.pause()
    deferred.pause()
    deferred.callback(1)
    deferred.unpause()
    say("unpaused once")
    deferred.unpause()


@scenario("A callback may pause its own Deferred: those after it wait")
def _():
    deferred = succeed(1)
    deferred.addCallback(lambda result: (deferred.pause(), result)[1])
    deferred.addCallback(step("b"))
    say("paused")
    deferred.unpause()


@scenario("To pause and unpause a Deferred that has not fired runs nothing")
def _():
    deferred = Deferred().addCallback(step("a"))
    deferred.pause()
    deferred.unpause()
    say("unpaused")
    deferred.callback(1)


@scenario("To unpause a Deferred that is not paused keeps the callbacks from running, as the count is below 0")
def _():
    deferred = Deferred().addCallback(step("a"))
    deferred.unpause()
    say(deferred.paused)
    deferred.callback(1)
    say("fired")
    deferred.pause()
    deferred.addCallback(step("b"))


@scenario("To return a Deferred that is paused makes the outer one wait until it is unpaused")
def _():
    inner = succeed(2)
    inner.pause()
    succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
    say("waits")
    inner.unpause()


# Cancelling


def cancelled(canceller=None):
    """A Deferred that says what it comes to, cancelled."""
    deferred = Deferred(canceller).addBoth(step("it"))
    attempt(deferred.cancel)
    return deferred


@scenario("A Deferred without a canceller that is cancelled fails with CancelledError")
def _():
    cancelled().addErrback(lambda _: None)


@scenario("To fire a cancelled Deferred without a canceller once does nothing")
def _():
    deferred = cancelled()
    attempt(deferred.callback, 1)
    show("it", deferred)
    deferred.addErrback(lambda _: None)


@scenario("To fire a cancelled Deferred without a canceller twice raises AlreadyCalledError")
def _():
    deferred = cancelled()
    attempt(deferred.errback, Boom("one"))
    attempt(deferred.callback, 2)
    deferred.addErrback(lambda _: None)


@scenario("A canceller that does nothing leaves the Deferred to fail with CancelledError")
def _():
    cancelled(lambda deferred: say("canceller")).addErrback(lambda _: None)


@scenario("To fire a cancelled Deferred that has a canceller raises AlreadyCalledError the first time")
def _():
    deferred = cancelled(lambda deferred: None)
    attempt(deferred.callback, 1)
    deferred.addErrback(lambda _: None)


@scenario("A canceller may fire the Deferred, which then has that result")
def _():
    cancelled(lambda deferred: deferred.callback("from the canceller"))


@scenario("A canceller may fail the Deferred with an exception of its own")
def _():
    cancelled(lambda deferred: deferred.errback(Boom("from the canceller"))).addErrback(lambda _: None)


@scenario("What a canceller raises comes out of cancel, and the Deferred has not fired")
def _():
    deferred = cancelled(lambda _: step("canceller", raises=Boom("one"))(None))
    say(bool(deferred.called))
    deferred.callback(1)


@scenario("To cancel a second time after a canceller has raised calls the canceller again")
def _():
    deferred = cancelled(lambda _: step("canceller", raises=Boom("one"))(None))
    attempt(deferred.cancel)


@scenario("A canceller gets the Deferred that is cancelled")
def _():
    deferred = Deferred(lambda given: say(given is deferred))
    deferred.addErrback(lambda _: None)
    deferred.cancel()


@scenario("To cancel a Deferred that has fired does nothing")
def _():
    deferred = Deferred(lambda _: say("canceller"))
    deferred.callback(1)
    attempt(deferred.cancel)
    show("it", deferred)


@scenario("To cancel a Deferred twice does nothing the second time")
def _():
    deferred = cancelled(lambda _: say("canceller"))
    attempt(deferred.cancel)
    deferred.addErrback(lambda _: None)


@scenario("To cancel a Deferred that waits for another cancels that one")
def _():
    inner = Deferred(lambda _: say("inner's canceller"))
    outer = Deferred(lambda _: say("outer's canceller"))
    outer.addCallback(lambda _: inner).addErrback(step("outer", "saved"))
    outer.callback(1)
    outer.cancel()


@scenario("To cancel a Deferred that waits through several cancels the innermost")
def _():
    innermost = Deferred(lambda _: say("innermost"))
    inner = Deferred(lambda _: say("inner")).addCallback(lambda _: innermost)
    inner.callback(1)
    outer = succeed(2).addCallback(lambda _: inner).addErrback(step("outer", "saved"))
    outer.cancel()


@scenario("The inner Deferred's canceller may fire it, and then the outer one goes on")
def _():
    inner = Deferred(lambda deferred: deferred.callback("instead"))
    outer = succeed(1).addCallback(lambda _: inner).addCallback(step("outer"))
    outer.cancel()


@scenario("To cancel an inner Deferred fails the outer one")
def _():
    inner = Deferred()
    succeed(1).addCallback(lambda _: inner).addErrback(step("outer", "saved"))
    inner.cancel()


@scenario("A Deferred may be cancelled in a callback of its own, which does nothing")
def _():
    deferred = Deferred()
    deferred.addCallback(lambda result: (deferred.cancel(), result)[1]).addBoth(step("next"))
    deferred.callback(1)


@scenario("A paused Deferred that is cancelled fails when it is unpaused")
def _():
    deferred = Deferred().addErrback(step("it", "saved"))
    deferred.pause()
    deferred.cancel()
    say("cancelled")
    deferred.unpause()


@scenario("To cancel a Deferred that is chained to another fails that one through it")
def _():
    first, second = Deferred(), Deferred().addErrback(step("second", "saved"))
    first.chainDeferred(second)
    first.cancel()


@scenario("To cancel the Deferred that another is chained to leaves that one, whose result is then swallowed")
def _():
    first, second = Deferred(), Deferred().addErrback(step("second", "saved"))
    first.chainDeferred(second)
    second.cancel()
    say(bool(first.called))
    first.callback(1)
    show("first", first)


# Timeouts


@scenario("A Deferred that has no result in time is cancelled, and fails with TimeoutError")
def _():
    clock = Clock()
    deferred = Deferred(lambda _: say("canceller"))
    deferred.addTimeout(2, clock).addErrback(step("it", "saved"))
    run(clock, 3)


@scenario("A Deferred that has a result in time keeps it, and the timer is taken back")
def _():
    clock = Clock()
    deferred = Deferred().addTimeout(2, clock).addCallback(step("it"))
    deferred.callback(1)
    say("delayed calls", len(clock.getDelayedCalls()))
    run(clock, 3)


@scenario("A Deferred that fails in time keeps its failure")
def _():
    clock = Clock()
    deferred = Deferred().addTimeout(2, clock).addErrback(step("it", "saved"))
    deferred.errback(Boom("one"))
    say("delayed calls", len(clock.getDelayedCalls()))


@scenario("A Deferred that is cancelled before its time is over fails with CancelledError and not with TimeoutError")
def _():
    clock = Clock()
    deferred = Deferred().addTimeout(2, clock).addErrback(step("it", "saved"))
    deferred.cancel()
    say("delayed calls", len(clock.getDelayedCalls()))


@scenario("A canceller that fires the Deferred when the time is over gives it its result")
def _():
    clock = Clock()
    Deferred(lambda deferred: deferred.callback("instead")).addTimeout(2, clock).addBoth(step("it"))
    run(clock, 2)


@scenario("A canceller that fails the Deferred with its own exception when the time is over keeps that")
def _():
    clock = Clock()
    deferred = Deferred(lambda deferred: deferred.errback(Boom("one"))).addTimeout(2, clock)
    deferred.addErrback(step("it", "saved"))
    run(clock, 2)


@scenario("What a canceller raises when the time is over comes out of the clock, and the Deferred has not fired")
def _():
    clock = Clock()
    deferred = Deferred(lambda _: step("canceller", raises=Boom("one"))(None)).addTimeout(2, clock)
    attempt(clock.advance, 2)
    say(bool(deferred.called))
    deferred.addBoth(step("it"))
    deferred.callback("late")


@scenario("A function for the timeout gets the failure and the time, and what it returns is the result")
def _():
    clock = Clock()

    def late(result, seconds):
        say(result, seconds)
        return "instead"

    Deferred().addTimeout(2, clock, onTimeoutCancel=late).addBoth(step("it"))
    run(clock, 2)


@scenario("A function for the timeout may raise an exception of its own")
def _():
    clock = Clock()

    def late(result, seconds):
        raise Boom("late")

    Deferred().addTimeout(2, clock, onTimeoutCancel=late).addErrback(step("it", "saved"))
    run(clock, 2)


@scenario("A function for the timeout is not called when there is a result in time")
def _():
    clock = Clock()
    deferred = Deferred().addTimeout(2, clock, onTimeoutCancel=lambda *_: say("late")).addCallback(step("it"))
    deferred.callback(1)
    run(clock, 2)


@scenario("A function for the timeout is called with the result that the canceller gave")
def _():
    clock = Clock()
    deferred = Deferred(lambda deferred: deferred.callback("from the canceller"))
    deferred.addTimeout(2, clock, onTimeoutCancel=lambda result, _: say("late", result)).addBoth(step("it"))
    run(clock, 2)


@scenario("The time covers the callbacks that were added before, also when they wait, and none added after")
def _():
    clock = Clock()
    inner = Deferred(lambda _: say("inner's canceller"))
    before = succeed(1).addCallback(lambda _: inner).addTimeout(2, clock).addErrback(step("before", "saved"))
    after = succeed(1).addTimeout(2, clock).addCallback(lambda _: Deferred()).addBoth(step("after"))
    run(clock, 3)
    say(bool(before.called), bool(after.called), len(clock.getDelayedCalls()))


@scenario("Of two timeouts of one Deferred the shorter one comes, and the other one's timer is taken back")
def _():
    clock = Clock()
    Deferred().addTimeout(3, clock).addTimeout(2, clock).addErrback(step("it", "saved"))
    run(clock, 4)


@scenario("When the first of two timeouts is the shorter one, the failure is its TimeoutError")
def _():
    clock = Clock()
    Deferred().addTimeout(2, clock).addErrback(step("between")).addTimeout(3, clock).addErrback(step("it", "saved"))
    run(clock, 4)


@scenario("A late result after the timeout is swallowed once")
def _():
    clock = Clock()
    deferred = Deferred().addTimeout(1, clock).addErrback(step("it", "saved"))
    clock.advance(1)
    attempt(deferred.callback, 1)
    attempt(deferred.callback, 2)


@scenario("A timeout of 0 seconds comes with the next advance of the clock")
def _():
    clock = Clock()
    Deferred().addTimeout(0, clock).addErrback(step("it", "saved"))
    say("added")
    clock.advance(0)


# Lists


def three():
    return [Deferred(), Deferred(), Deferred()]


@scenario("A list fires when all have, with successes and failures in the order of the list")
def _():
    members = three()
    DeferredList(members).addCallback(step("list"))
    members[2].callback("c")
    members[0].callback("a")
    say("two have fired")
    members[1].errback(Boom("b"))
    members[1].addErrback(lambda _: None)


@scenario("A list of nobody fires at once with an empty list")
def _():
    DeferredList([]).addCallback(step("list"))
    DeferredList([], fireOnOneErrback=True).addCallback(step("list"))


@scenario("A list of nobody that is to fire on one callback never fires")
def _():
    say(bool(DeferredList([], fireOnOneCallback=True).called))


@scenario("A list of Deferreds that have fired fires at once")
def _():
    DeferredList([succeed(1), succeed(2)]).addCallback(step("list"))


@scenario("A list that fires on one callback has that result and its index, and the others do nothing to it")
def _():
    members = three()
    DeferredList(members, fireOnOneCallback=True).addCallback(step("list"))
    members[1].callback("b")
    members[0].callback("a")
    members[2].errback(Boom("c"))
    members[2].addErrback(step("c", "saved"))


@scenario("A list that fires on one callback, where none comes, has all the failures")
def _():
    members = three()
    DeferredList(members, fireOnOneCallback=True, consumeErrors=True).addCallback(step("list"))
    for name, member in zip("abc", members):
        member.errback(Boom(name))


@scenario("A list that fires on one errback fails with FirstError, which has the index and the failure")
def _():
    members = three()
    DeferredList(members, fireOnOneErrback=True, consumeErrors=True).addErrback(step("list", "saved"))
    members[0].callback("a")
    members[2].errback(Boom("c"))
    members[1].errback(Boom("b"))


@scenario("A list that fires on one errback, where none comes, has all the results")
def _():
    members = three()
    DeferredList(members, fireOnOneErrback=True).addCallback(step("list"))
    for name, member in zip("abc", members):
        member.callback(name)


@scenario("A list that fires on one of either fires with whichever is first")
def _():
    for name in ("a", "b"):
        members = three()
        DeferredList(members, fireOnOneCallback=True, fireOnOneErrback=True, consumeErrors=True).addBoth(
            step("list", "saved")
        )
        members[1].callback("b") if name == "a" else members[1].errback(Boom("b"))


@scenario("In a list of fired Deferreds that fires on one callback the first is first")
def _():
    DeferredList([Deferred(), succeed("b"), succeed("c")], fireOnOneCallback=True).addCallback(step("list"))


@scenario("A list that does not consume errors leaves each failure to its Deferred")
def _():
    log()
    members = three()
    DeferredList(members).addCallback(step("list"))
    for name, member in zip("abc", members):
        member.errback(Boom(name))
        show(name, member)
    members[0].addErrback(lambda _: None)
    members[1].addErrback(lambda _: None)
    del members, member
    collected()


@scenario("A list that consumes errors leaves nothing in the Deferreds that failed")
def _():
    log()
    members = three()
    DeferredList(members, consumeErrors=True).addCallback(step("list"))
    for name, member in zip("abc", members):
        member.errback(Boom(name))
        show(name, member)
    del members, member
    collected()


@scenario("A list leaves its results to the Deferreds, whose later callbacks get them")
def _():
    members = three()
    DeferredList(members)
    members[0].callback("a")
    members[0].addCallback(step("a"))


@scenario("What a callback that was added before returns is what the list gets, and one added after changes nothing")
def _():
    members = [Deferred().addCallback(step("before", "changed")), Deferred()]
    DeferredList(members).addCallback(step("list"))
    members[1].addCallback(step("after", "changed too"))
    members[0].callback("a")
    members[1].callback("b")


@scenario("A callback added to a member after the list was made runs before the list's, unless it is the last's")
def _():
    members = [Deferred(), Deferred()]
    DeferredList(members).addCallback(step("list"))
    for name, member in zip("ab", members):
        member.addCallback(step(name))
        member.callback(name)


@scenario("To cancel a list cancels each member in order, and the list has their failures")
def _():
    members = [Deferred(lambda _, name=name: say("canceller", name)) for name in "abc"]
    deferreds = DeferredList(members, consumeErrors=True).addCallback(step("list"))
    members[1].callback("b")
    deferreds.cancel()


@scenario("To cancel a list that fires on one errback fails it with the first member's CancelledError")
def _():
    members = [Deferred(lambda _, name=name: say("canceller", name)) for name in "ab"]
    deferreds = DeferredList(members, fireOnOneErrback=True, consumeErrors=True).addErrback(step("list", "saved"))
    deferreds.cancel()


@scenario("To cancel a list goes on with the next member where a canceller raises, which is logged")
def _():
    log()

    def canceller(_):
        raise Boom("canceller")

    members = [Deferred(canceller), Deferred(lambda _: say("the next"))]
    DeferredList(members, consumeErrors=True).addBoth(step("list")).cancel()
    say([bool(member.called) for member in members])


@scenario("To cancel a list that has fired cancels nobody")
def _():
    members = [Deferred(lambda _: say("canceller")), Deferred()]
    deferreds = DeferredList(members, fireOnOneCallback=True)
    members[1].callback("b")
    deferreds.cancel()
    say(bool(members[0].called))


@scenario("A member that waits for another Deferred is in the list when that has fired")
def _():
    inner = Deferred()
    DeferredList([succeed(1).addCallback(lambda _: inner)]).addCallback(step("list"))
    say("waits")
    inner.callback(2)


@scenario("One Deferred twice in a list counts twice")
def _():
    member = Deferred()
    DeferredList([member, member]).addCallback(step("list"))
    member.callback(1)


@scenario("The errors of one Deferred twice in a list that consumes them: the second place has nothing, as a success")
def _():
    member = Deferred()
    DeferredList([member, member], consumeErrors=True).addCallback(step("list"))
    member.errback(Boom("one"))


@scenario("GatherResults has the results in the order of the list")
def _():
    members = three()
    gatherResults(members).addCallback(step("all"))
    for number in (2, 0, 1):
        members[number].callback(number)


@scenario("GatherResults fails with FirstError and does not wait for the others")
def _():
    members = three()
    gatherResults(members, consumeErrors=True).addErrback(step("all", "saved"))
    members[1].errback(Boom("b"))
    members[0].callback("a")
    members[2].errback(Boom("c"))


@scenario("GatherResults of nobody has an empty list")
def _():
    gatherResults([]).addCallback(step("all"))


@scenario("To cancel gatherResults cancels the members")
def _():
    members = [Deferred(lambda _, name=name: say("canceller", name)) for name in "ab"]
    deferred = gatherResults(members, consumeErrors=True).addErrback(step("all", "saved"))
    deferred.cancel()


# Functions that may or may not be asynchronous


@scenario("MaybeDeferred of a function that returns a value has fired with it")
def _():
    maybeDeferred(lambda: 1).addCallback(step("it"))


@scenario("MaybeDeferred of a function that raises has failed")
def _():
    maybeDeferred(attempt_failing).addErrback(step("it", "saved"))


def attempt_failing():
    raise Boom("one")


@scenario("MaybeDeferred of a function that returns a Deferred is that Deferred")
def _():
    inner = Deferred()
    say(maybeDeferred(lambda: inner) is inner)


@scenario("MaybeDeferred of a function that returns a failure has failed")
def _():
    maybeDeferred(lambda: Failure(Boom("one"))).addErrback(step("it", "saved"))


@scenario("Execute calls the function at once")
def _():
    execute(lambda value: value + 1, 1).addCallback(step("it"))
    execute(attempt_failing).addErrback(step("it", "saved"))


# Generators


@scenario("A generator runs at once up to its first Deferred that has not fired, and goes on when that does")
def _():
    inner = Deferred()

    @inlineCallbacks
    def generator():
        say("begins")
        say("got", (yield inner))
        return "result"

    whole = generator()
    say("waits", bool(whole.called))
    whole.addCallback(step("whole"))
    inner.callback(1)


@scenario("The result of a generator that returns nothing is nothing")
def _():
    @inlineCallbacks
    def generator():
        yield succeed(1)

    generator().addCallback(step("whole"))


@scenario("ReturnValue ends a generator with a result, like return")
def _():
    @inlineCallbacks
    def generator():
        yield succeed(1)
        returnValue(2)
        say("not reached")

    generator().addCallback(step("whole"))


@scenario("What a generator raises is the failure of the whole")
def _():
    @inlineCallbacks
    def generator():
        yield succeed(1)
        raise Boom("one")

    generator().addErrback(step("whole", "saved"))


@scenario("What a generator raises before its first yield is the failure of the whole too")
def _():
    @inlineCallbacks
    def generator():
        raise Boom("one")
        yield

    generator().addErrback(step("whole", "saved"))


@scenario("A Deferred that fails raises its exception at the yield, where the generator may catch it")
def _():
    inner = Deferred()

    @inlineCallbacks
    def generator():
        try:
            yield inner
        except Boom as error:
            say("caught", error)
        return "saved"

    generator().addCallback(step("whole"))
    inner.errback(Boom("one"))
    show("inner", inner)


@scenario("A Deferred that fails and is not caught fails the whole, and the finally blocks run")
def _():
    @inlineCallbacks
    def generator():
        try:
            yield fail(Boom("one"))
            say("not reached")
        finally:
            say("finally")

    generator().addErrback(step("whole", "saved"))


@scenario("To yield a value that is no Deferred goes on at once with it")
def _():
    @inlineCallbacks
    def generator():
        say("got", (yield 1))
        say("got", (yield None))

    generator()
    say("the end")


@scenario("Deferreds that have fired already go on at once, in order, and ten thousand need no stack")
def _():
    @inlineCallbacks
    def generator():
        total = 0
        for _ in range(10_000):
            total += yield succeed(1)
        return total

    generator().addCallback(step("whole"))


@scenario("A Deferred that a generator waited for has nothing for its result afterwards")
def _():
    inner, fired = Deferred(), succeed(1)

    @inlineCallbacks
    def generator():
        say("got", (yield fired))
        show("fired", fired)
        say("got", (yield inner))
        show("inner", inner)

    generator()
    inner.callback(2)
    show("inner", inner)


@scenario("A Deferred that is yielded twice gives nothing the second time")
def _():
    inner = succeed(1)

    @inlineCallbacks
    def generator():
        say("got", (yield inner))
        say("got", (yield inner))

    generator()


@scenario("A callback added to a Deferred after a generator waits for it gets nothing, after the generator has gone on")
def _():
    inner = Deferred()

    @inlineCallbacks
    def generator():
        say("generator got", (yield inner))

    generator()
    inner.addCallback(step("added after"))
    inner.callback(1)


@scenario("To cancel the whole cancels the Deferred that the generator waits for, where CancelledError is raised")
def _():
    inner = Deferred(lambda _: say("canceller"))

    @inlineCallbacks
    def generator():
        try:
            yield inner
        finally:
            say("finally")

    whole = generator().addErrback(step("whole", "saved"))
    whole.cancel()


@scenario("A generator that catches CancelledError and returns gives the whole that result")
def _():
    @inlineCallbacks
    def generator():
        try:
            yield Deferred()
        except Exception as error:
            say("caught", error)
        return "saved"

    whole = generator().addBoth(step("whole"))
    whole.cancel()


@scenario("A generator that catches CancelledError may wait again: the cancelled whole fires when it is done")
def _():
    second = Deferred()

    @inlineCallbacks
    def generator():
        try:
            yield Deferred()
        except Exception as error:
            say("caught", error)
        return (yield second)

    whole = generator().addBoth(step("whole"))
    whole.cancel()
    say("cancelled", bool(whole.called))
    second.callback("late")


@scenario("When the canceller of what a generator waits for fires it, the generator goes on with that")
def _():
    @inlineCallbacks
    def generator():
        say("got", (yield Deferred(lambda deferred: deferred.callback("instead"))))
        return "done"

    generator().addBoth(step("whole")).cancel()


@scenario("To cancel a generator that is done does nothing")
def _():
    @inlineCallbacks
    def generator():
        yield succeed(1)
        return "done"

    whole = generator()
    whole.cancel()
    whole.addBoth(step("whole"))


@scenario("A generator that waits for another goes on with its result")
def _():
    inner = Deferred()

    @inlineCallbacks
    def part(name):
        value = yield inner
        say("part", name, value)
        return value + 1

    @inlineCallbacks
    def whole():
        say("whole", (yield part("a")))

    whole()
    inner.callback(1)


@scenario("To cancel a generator that waits for another cancels what that one waits for, and both end")
def _():
    @inlineCallbacks
    def part():
        try:
            yield Deferred(lambda _: say("canceller"))
        finally:
            say("part's finally")

    @inlineCallbacks
    def whole():
        try:
            yield part()
        finally:
            say("whole's finally")

    whole().addErrback(step("whole", "saved")).cancel()


@scenario("A return in a finally block takes the place of what was raised")
def _():
    @inlineCallbacks
    def generator():
        try:
            yield fail(Boom("one"))
        finally:
            return "instead"

    generator().addBoth(step("whole"))


@scenario("A finally block may wait for a Deferred, and the whole fails after it")
def _():
    cleaning = Deferred()

    @inlineCallbacks
    def generator():
        try:
            yield fail(Boom("one"))
        finally:
            say("got", (yield cleaning))

    whole = generator().addErrback(step("whole", "saved"))
    say("waits", bool(whole.called))
    cleaning.callback(1)


@scenario("What a finally block raises takes the place of what was raised before")
def _():
    @inlineCallbacks
    def generator():
        try:
            yield fail(Boom("one"))
        finally:
            raise Boom("two")

    generator().addErrback(step("whole", "saved"))


@scenario("Two generators that wait for one Deferred: the first gets the result, the second gets nothing")
def _():
    inner = Deferred()

    @inlineCallbacks
    def generator(name):
        say(name, "got", (yield inner))

    generator("a")
    generator("b")
    inner.callback(1)


@scenario("Two generators go on in the order in which what they wait for fires")
def _():
    clock = Clock()

    @inlineCallbacks
    def generator(name, seconds):
        for _ in range(2):
            yield deferLater(clock, seconds, lambda: None)
            say(name, int(clock.seconds()))

    generator("a", 3)
    generator("b", 2)
    run(clock, 6)


@scenario("A generator may wait for a list of Deferreds")
def _():
    members = [Deferred(), Deferred()]

    @inlineCallbacks
    def generator():
        say("got", (yield DeferredList(members, consumeErrors=True)))

    generator()
    members[1].errback(Boom("b"))
    members[0].callback("a")


@scenario("A generator that waits for gatherResults gets FirstError at the yield")
def _():
    members = [Deferred(), Deferred()]

    @inlineCallbacks
    def generator():
        try:
            yield gatherResults(members, consumeErrors=True)
        except Exception as error:
            say("caught", error)

    generator()
    members[1].errback(Boom("b"))


@scenario("A generator whose result is a Deferred raises AssertionError out of the call")
def _():
    @inlineCallbacks
    def generator():
        yield succeed(1)
        return succeed(2)

    attempt(generator)


@scenario("A function without a yield that is decorated as a generator raises TypeError when called")
def _():
    @inlineCallbacks
    def function():
        return 1

    attempt(function)


@scenario("Code after the call that fires runs after the generator has gone on to its next wait")
def _():
    first, second = Deferred(), Deferred()

    @inlineCallbacks
    def generator():
        yield first
        say("after the first")
        yield second
        say("after the second")

    generator()
    first.callback(1)
    say("the first is fired")
    second.callback(2)
    say("the second is fired")


@scenario("A failure of a generator that nobody handles is logged when it is collected")
def _():
    log()

    @inlineCallbacks
    def generator():
        yield succeed(1)
        raise Boom("one")

    generator()
    collected()
    say("collected")


@scenario("A coroutine that awaits Deferreds is as a generator that yields them")
def _():
    inner = Deferred()

    async def coroutine():
        say("got", await inner)
        try:
            await fail(Boom("one"))
        except Boom as error:
            say("caught", error)
        return "result"

    ensureDeferred(coroutine()).addCallback(step("whole"))
    say("waits")
    inner.callback(1)


# Cooperators: one step a second


def cooperator(clock, steps_per_turn=1, **keywords):
    """Its turns come a second apart, and in each it makes so many steps."""

    def count():
        left = [steps_per_turn]

        def is_over():
            left[0] -= 1
            return left[0] <= 0

        return is_over

    return Cooperator(count, lambda call: clock.callLater(1, call), **keywords)


def steps(name, *yields):
    for number, item in enumerate(yields, 1):
        say(name, number)
        yield item() if callable(item) else item
    say(name, "ends")


FIRED = lambda: succeed(None)


def turns(times, *tasks, steps_per_turn=1, then=None):
    """Runs tasks together, given as names with what each yields."""
    clock = Clock()
    cooperating = cooperator(clock, steps_per_turn)
    for name, *yields in tasks:
        cooperating.coiterate(steps(name, *yields)).addBoth(lambda _, name=name: say(name, "is done"))
    for number in range(times):
        say("second", number + 1)
        clock.advance(1)
        if then is not None:
            then(number + 1)


@scenario("Two tasks have turns one after the other, and what is done fires in the turn in which it ends")
def _():
    turns(7, ("a", None, None), ("b", None, None))


@scenario("Three tasks of different length have turns one after the other; after one that ends, the next is passed over once")
def _():
    turns(10, ("a", None), ("b", None, None, None), ("c", None, None))


@scenario("A task that ends in the last place of the round has no effect on the others")
def _():
    turns(10, ("a", None, None, None), ("b", None, None), ("c", None))


@scenario("A task does not begin before the reactor's turn")
def _():
    clock = Clock()
    cooperator(clock).coiterate(steps("a", None))
    say("coiterate returned")
    run(clock, 2)


@scenario("The result of coiterate is the iterator")
def _():
    clock = Clock()
    iterator = steps("a")
    cooperator(clock).coiterate(iterator).addCallback(lambda result: say("is the iterator", result is iterator))
    run(clock, 1)


@scenario("In one turn of several steps the tasks go round")
def _():
    turns(4, ("a", None, None), ("b", None, None), steps_per_turn=3)


@scenario("A turn of several steps goes on round after round until the steps are used up")
def _():
    turns(3, ("a", *[None] * 3), ("b", *[None] * 3), steps_per_turn=5)


@scenario("A turn goes on where the one before stopped in the round")
def _():
    turns(8, ("a", None, None), ("b", None, None), ("c", None, None), steps_per_turn=2)


@scenario("A task that yields a Deferred has no turn until that fires, and the other one has them all")
def _():
    waiting = Deferred()
    turns(
        8,
        ("a", lambda: waiting, None),
        ("b", None, None, None, None),
        then=lambda second: waiting.callback(None) if second == 4 else None,
    )


@scenario("Two tasks that yield fired Deferreds: each has two turns in a row")
def _():
    turns(9, ("a", FIRED, FIRED, FIRED), ("b", FIRED, FIRED, FIRED))


@scenario("Two tasks that yield fired Deferreds, in turns of several steps: the order is the same")
def _():
    turns(4, ("a", FIRED, FIRED, FIRED), ("b", FIRED, FIRED, FIRED), steps_per_turn=3)


@scenario("Three tasks that yield fired Deferreds: each goes to the end of the list, and the one that moves up is passed over")
def _():
    turns(12, *[(name, FIRED, FIRED, FIRED) for name in "abc"])


@scenario("Four tasks that yield fired Deferreds: the first, the third, the first again, and so on through the list")
def _():
    turns(15, *[(name, FIRED, FIRED) for name in "abcd"])


@scenario("One task that yields fired Deferreds, with one that yields nothing after it, has two turns in a row at first")
def _():
    turns(9, ("a", FIRED, FIRED, FIRED), ("b", None, None, None))


@scenario("One task that yields fired Deferreds, with one that yields nothing before it, has turns one after the other")
def _():
    turns(9, ("a", None, None, None), ("b", FIRED, FIRED, FIRED))


@scenario("One task of three that yields fired Deferreds, the one in the middle, has two turns in a row at first")
def _():
    turns(12, ("a", None, None, None), ("b", FIRED, FIRED, FIRED), ("c", None, None, None))


@scenario("A single task that yields fired Deferreds has a turn each second")
def _():
    turns(4, ("a", FIRED, FIRED, FIRED))


@scenario("Two tasks that yield a fired Deferred and nothing by turns: each has two turns in a row")
def _():
    turns(10, ("a", FIRED, None, FIRED, None), ("b", FIRED, None, FIRED, None))


@scenario("Two tasks that yield fired Deferreds, the second of which yields nothing first: the first has two turns in a row")
def _():
    turns(9, ("a", FIRED, FIRED, FIRED), ("b", None, FIRED, FIRED))


def sleeping(times, *tasks, steps_per_turn=1):
    """Runs tasks that yield Deferreds which fire so many seconds later."""
    clock = Clock()
    cooperating = cooperator(clock, steps_per_turn)
    for name, *seconds in tasks:
        waits = [lambda delay=delay: deferLater(clock, delay, lambda: say("fires")) for delay in seconds]
        cooperating.coiterate(steps(name, *waits)).addBoth(lambda _, name=name: say(name, "is done"))
    run(clock, times)


@scenario("A task whose Deferred has fired has its turn a second later")
def _():
    sleeping(6, ("a", 2, 1))


@scenario("Two tasks that wait for Deferreds of different delays go on in the order of firing")
def _():
    sleeping(14, ("a", 3, 2), ("b", 2, 3))


@scenario("Two tasks whose Deferreds fire a second apart, the second with a turn between")
def _():
    sleeping(10, ("a", 2, 2), ("b", 2, 2))


@scenario("Two tasks whose Deferreds fire together, in turns of several steps: the second goes on first")
def _():
    sleeping(9, ("a", 2, 2), ("b", 1, 2), steps_per_turn=5)


@scenario("Two tasks whose Deferreds are fired by one call: the one that is fired last goes on first")
def _():
    waits = [Deferred(), Deferred()]

    def then(second):
        if second == 3:
            waits[1].callback(None)
            waits[0].callback(None)

    turns(7, ("a", lambda: waits[0]), ("b", lambda: waits[1]), then=then)


def close(tasks, calls=()):
    """Runs such tasks on a cooperator that asks for its turns with hardly a delay, as it does by default."""
    clock = Clock()
    cooperating = Cooperator(lambda: lambda: True, lambda call: clock.callLater(2**-20, call))
    for name, *seconds in tasks:
        waits = [
            lambda delay=delay, name=name: delay if delay is None else deferLater(clock, delay, say, name, "fires")
            for delay in seconds
        ]
        cooperating.coiterate(steps(name, *waits)).addBoth(lambda _, name=name: say(name, "is done"))
    for name, delay in calls:
        clock.callLater(delay, say, name)
    while clock.getDelayedCalls():
        clock.advance(min(call.getTime() for call in clock.getDelayedCalls()) - clock.seconds())


@scenario("With turns at once, two tasks that wait for the same delay: both Deferreds fire, then the second goes on, then the first")
def _():
    close([("a", 1, 1), ("b", 1, 1)])


@scenario("With turns at once, two tasks that wait for different delays")
def _():
    close([("a", 3, 2), ("b", 2, 3)])


@scenario("With turns at once, a task that waits and one that does not: that one ends before the delay is over")
def _():
    close([("a", 1), ("b", None, None, None)])


@scenario("With turns at once, calls that are due when the Deferred fires, or with the turn after, come before the task goes on")
def _():
    close([("a", 1)], calls=[("call with the Deferred", 1 + 2**-20), ("call with the turn", 1 + 2**-19)])


@scenario("With turns at once, a task that waits for 0 seconds has two turns in a row, beside one that yields nothing")
def _():
    close([("a", 0, 0), ("b", None, None)])


@scenario("With turns at once, two whose Deferreds are fired by one call go on after that call, the last one first")
def _():
    clock = Clock()
    waits = [Deferred(), Deferred()]
    cooperating = Cooperator(lambda: lambda: True, lambda call: clock.callLater(2**-20, call))
    for name, wait in zip("ab", waits):
        done = cooperating.coiterate(steps(name, lambda wait=wait: wait, None))
        done.addBoth(lambda _, name=name: say(name, "is done"))
    clock.callLater(1, lambda: ([wait.callback(None) for wait in waits], say("both have fired")))
    while clock.getDelayedCalls():
        clock.advance(min(call.getTime() for call in clock.getDelayedCalls()) - clock.seconds())


@scenario("While all tasks wait the cooperator asks for no turn")
def _():
    clock = Clock()
    waiting = Deferred()
    cooperator(clock).coiterate(steps("a", lambda: waiting))
    say("delayed calls", len(clock.getDelayedCalls()))
    run(clock, 1)
    say("delayed calls", len(clock.getDelayedCalls()))
    waiting.callback(None)
    say("delayed calls", len(clock.getDelayedCalls()))
    run(clock, 1)
    say("delayed calls", len(clock.getDelayedCalls()))


@scenario("A task may add another, which is last in the round")
def _():
    clock = Clock()
    cooperating = cooperator(clock)

    def adding():
        say("a 1")
        cooperating.coiterate(steps("added", None))
        yield
        say("a 2")
        yield
        say("a ends")

    cooperating.coiterate(adding())
    cooperating.coiterate(steps("b", None, None))
    run(clock, 9)


@scenario("What is done is told before the next task has a turn, and a callback of it may add another task")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    cooperating.coiterate(steps("a")).addCallback(lambda _: cooperating.coiterate(steps("added", None)))
    cooperating.coiterate(steps("b", None, None))
    run(clock, 6)


@scenario("A task that raises fails with that, and the other one goes on")
def _():
    def failing():
        say("a 1")
        yield
        raise Boom("one")

    clock = Clock()
    cooperating = cooperator(clock)
    cooperating.coiterate(failing()).addErrback(step("a", "saved"))
    cooperating.coiterate(steps("b", None, None))
    run(clock, 5)


@scenario("A task that yields a Deferred that fails ends with that failure, and its iterator is left where it is")
def _():
    waiting = Deferred()

    def waits():
        try:
            yield waiting
            say("not reached")
        finally:
            say("finally")

    clock = Clock()
    iterator = waits()
    cooperator(clock).coiterate(iterator).addErrback(step("task", "saved"))
    run(clock, 1)
    waiting.errback(Boom("one"))
    show("waiting", waiting)
    say("the iterator is closed")
    iterator.close()


@scenario("A task that yields a Deferred that has failed already ends with that failure in the same turn")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    cooperating.coiterate(steps("a", lambda: fail(Boom("one")), None)).addErrback(step("task", "saved"))
    cooperating.coiterate(steps("b", None, None))
    run(clock, 4)


@scenario("A paused task has no turns until it is resumed, and then comes before the one whose turn was next")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    task = cooperating.cooperate(steps("a", *[None] * 3))
    cooperating.cooperate(steps("b", *[None] * 6))
    run(clock, 2)
    task.pause()
    run(clock, 2)
    task.resume()
    run(clock, 7)


@scenario("A task that is paused twice goes on when it has been resumed twice")
def _():
    clock = Clock()
    task = cooperator(clock).cooperate(steps("a", None))
    task.pause()
    task.pause()
    task.resume()
    run(clock, 1)
    task.resume()
    run(clock, 2)


@scenario("To resume a task that is not paused raises NotPaused")
def _():
    attempt(cooperator(Clock()).cooperate(steps("a", None)).resume)


@scenario("To resume a task that waits for a Deferred has it go on, and when the Deferred fires nothing is left to resume")
def _():
    log()
    clock = Clock()
    waiting = Deferred()
    task = cooperator(clock).cooperate(steps("a", lambda: waiting, None))
    run(clock, 1)
    attempt(task.resume)
    run(clock, 1)
    waiting.callback(1)
    collected()
    run(clock, 1)
    show("waiting", waiting)


@scenario("A task that is paused while it waits for a Deferred needs both to go on")
def _():
    clock = Clock()
    waiting = Deferred()
    task = cooperator(clock).cooperate(steps("a", lambda: waiting))
    run(clock, 1)
    task.pause()
    waiting.callback(None)
    run(clock, 1)
    task.resume()
    run(clock, 1)


@scenario("A stopped task has no more turns, and whenDone fails with TaskStopped")
def _():
    clock = Clock()
    task = cooperator(clock).cooperate(steps("a", None, None))
    task.whenDone().addErrback(step("whenDone", "saved"))
    run(clock, 1)
    task.stop()
    say("stopped")
    run(clock, 2)


@scenario("The finally block of a stopped task runs only when its iterator is closed")
def _():
    def waits():
        try:
            yield
        finally:
            say("finally")

    clock = Clock()
    iterator = waits()
    task = cooperator(clock).cooperate(iterator)
    task.whenDone().addErrback(lambda _: say("stopped"))
    run(clock, 1)
    task.stop()
    say("the iterator is closed")
    iterator.close()


@scenario("To stop a task twice raises TaskStopped")
def _():
    task = cooperator(Clock()).cooperate(steps("a", None))
    task.whenDone().addErrback(lambda _: None)
    task.stop()
    attempt(task.stop)
    attempt(task.pause)
    attempt(task.resume)


@scenario("To stop or pause a task that is done raises TaskDone")
def _():
    clock = Clock()
    task = cooperator(clock).cooperate(steps("a"))
    clock.advance(1)
    attempt(task.stop)
    attempt(task.pause)
    attempt(task.resume)


@scenario("To stop or pause a task that failed raises TaskFailed")
def _():
    clock = Clock()
    task = cooperator(clock).cooperate(steps("a", lambda: fail(Boom("one"))))
    task.whenDone().addErrback(lambda _: None)
    clock.advance(1)
    attempt(task.stop)
    attempt(task.pause)


@scenario("A task that is stopped while it waits for a Deferred ends at once, and the Deferred's result does nothing")
def _():
    clock = Clock()
    waiting = Deferred()
    task = cooperator(clock).cooperate(steps("a", lambda: waiting, None))
    task.whenDone().addErrback(step("whenDone", "saved"))
    run(clock, 1)
    task.stop()
    waiting.callback(1)
    show("waiting", waiting)
    run(clock, 2)


@scenario("A task that is stopped while it waits for a Deferred that fails then: the failure is AlreadyCalledError, for the task is to end twice")
def _():
    log()
    clock = Clock()
    waiting = Deferred()
    task = cooperator(clock).cooperate(steps("a", lambda: waiting, None))
    task.whenDone().addErrback(step("whenDone", "saved"))
    run(clock, 1)
    task.stop()
    waiting.errback(Boom("one"))
    show("waiting", waiting)
    collected()


@scenario("A task may stop itself in its own step, whose yield is the last")
def _():
    tasks = []

    def stopping():
        say("a 1")
        tasks[0].stop()
        say("a goes on to its yield")
        yield
        say("not reached")

    clock = Clock()
    tasks.append(cooperator(clock).cooperate(stopping()))
    tasks[0].whenDone().addErrback(step("whenDone", "saved"))
    run(clock, 2)


@scenario("A task may pause itself in its own step")
def _():
    tasks = []

    def pausing():
        say("a 1")
        tasks[0].pause()
        yield
        say("a 2")

    clock = Clock()
    tasks.append(cooperator(clock).cooperate(pausing()))
    run(clock, 2)
    tasks[0].resume()
    run(clock, 1)


@scenario("One task may stop the next, which then has no turn")
def _():
    tasks = []

    def stopping():
        say("a 1")
        tasks[1].stop()
        yield
        say("a 2")

    clock = Clock()
    cooperating = cooperator(clock)
    tasks.append(cooperating.cooperate(stopping()))
    tasks.append(cooperating.cooperate(steps("b", None)))
    tasks.append(cooperating.cooperate(steps("c", None)))
    tasks[1].whenDone().addErrback(step("b", "saved"))
    run(clock, 5)


@scenario("WhenDone gives each who asks a Deferred of his own, and they fire in the order of asking")
def _():
    clock = Clock()
    task = cooperator(clock).cooperate(steps("a"))
    first, second = task.whenDone(), task.whenDone()
    say(first is second)
    first.addCallback(lambda _: say("first"))
    second.addCallback(lambda _: say("second"))
    clock.advance(1)


@scenario("WhenDone of a task that is done, has failed or was stopped has fired already")
def _():
    clock = Clock()
    cooperating = cooperator(clock, 5)
    iterator = steps("a")
    tasks = [cooperating.cooperate(it) for it in (iterator, steps("b", lambda: fail(Boom("one"))), steps("c", None))]
    tasks[2].stop()
    clock.advance(1)
    tasks[0].whenDone().addCallback(lambda result: say("done", result is iterator))
    tasks[1].whenDone().addErrback(step("failed", "saved"))
    tasks[2].whenDone().addErrback(step("stopped", "saved"))


@scenario("To stop a cooperator fails every other task only, and those that are added afterwards, with SchedulerStopped")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    for name in "abcde":
        cooperating.coiterate(steps(name, None, None)).addErrback(step(name, "saved"))
    run(clock, 1)
    cooperating.stop()
    say("delayed calls", len(clock.getDelayedCalls()))
    cooperating.coiterate(steps("late", None)).addErrback(step("late", "saved"))
    run(clock, 1)


@scenario("To stop a cooperator leaves a task that waits for a Deferred, and fails it when that fires")
def _():
    clock = Clock()
    waiting = Deferred()
    cooperating = cooperator(clock)
    cooperating.coiterate(steps("a", lambda: waiting, None)).addBoth(step("task", "saved"))
    run(clock, 1)
    cooperating.stop()
    say("stopped")
    waiting.callback(None)
    run(clock, 3)


@scenario("A cooperator that is not started gives turns only once it is")
def _():
    clock = Clock()
    cooperating = cooperator(clock, started=False)
    cooperating.coiterate(steps("a", None))
    run(clock, 2)
    cooperating.start()
    run(clock, 2)


@scenario("A cooperator that was stopped and is started again takes tasks again")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    cooperating.stop()
    cooperating.start()
    cooperating.coiterate(steps("a", None)).addCallback(lambda _: say("done"))
    run(clock, 2)
    say("running", cooperating.running)


@scenario("To cooperate what is no iterator raises when its turn comes, as the task's failure")
def _():
    clock = Clock()
    cooperating = cooperator(clock)
    cooperating.coiterate([1]).addErrback(step("task", "saved"))
    run(clock, 1)


# Looping calls


def looping(clock, function=None):
    call = LoopingCall(function or (lambda: say("called at", int(clock.seconds()))))
    call.clock = clock
    return call


@scenario("A looping call calls at once and then each interval")
def _():
    clock = Clock()
    looping(clock).start(2)
    run(clock, 5)


@scenario("A looping call that is not to call now waits an interval first")
def _():
    clock = Clock()
    looping(clock).start(2, now=False)
    run(clock, 4)


@scenario("A looping call's Deferred fires with the call when it is stopped")
def _():
    clock = Clock()
    call = looping(clock)
    call.start(2).addCallback(lambda result: say("done", result is call))
    run(clock, 1)
    call.stop()
    say("running", call.running)
    run(clock, 2)


@scenario("A looping call ends with the failure when its function raises")
def _():
    clock = Clock()
    call = looping(clock, lambda: step("call", raises=Boom("one"))(None))
    call.start(2).addErrback(step("it", "saved"))
    say("running", call.running)
    run(clock, 3)


@scenario("A looping call waits for the Deferred that its function returns")
def _():
    clock = Clock()

    def slow():
        say("called at", int(clock.seconds()))
        return deferLater(clock, 3, lambda: say("done at", int(clock.seconds())))

    looping(clock, slow).start(2)
    run(clock, 9)


@scenario("A looping call passes over the intervals that were missed")
def _():
    clock = Clock()
    looping(clock).start(2)
    clock.advance(5)
    run(clock, 3)


@scenario("A looping call with count says how many intervals have passed")
def _():
    clock = Clock()
    call = LoopingCall.withCount(lambda count: say("count", count, "at", int(clock.seconds())))
    call.clock = clock
    call.start(2)
    clock.advance(7)
    clock.advance(1)


@scenario("A looping call may stop itself")
def _():
    clock = Clock()
    calls = []

    def stopping():
        say("called at", int(clock.seconds()))
        if clock.seconds() >= 2:
            calls[0].stop()

    calls.append(looping(clock, stopping))
    calls[0].start(1).addCallback(lambda _: say("done"))
    run(clock, 4)


@scenario("To start a looping call that runs, and to stop one that does not, raises AssertionError")
def _():
    clock = Clock()
    call = looping(clock)
    attempt(call.stop)
    call.start(1)
    attempt(call.start, 1)
    attempt(call.start, -1)


@scenario("A looping call with a negative interval raises ValueError")
def _():
    attempt(looping(Clock()).start, -1)


# Delayed calls


@scenario("Delayed calls are made in the order of their times")
def _():
    clock = Clock()
    for seconds in (3, 1, 2):
        clock.callLater(seconds, say, "call", seconds)
    run(clock, 3)


@scenario("Delayed calls for the same time are made in the order in which they were asked for")
def _():
    clock = Clock()
    for name in "abcde":
        clock.callLater(1, say, name)
    clock.advance(1)


@scenario("Delayed calls that come together are made in the order of their times")
def _():
    clock = Clock()
    for seconds in (3, 1, 2):
        clock.callLater(seconds, lambda seconds=seconds: say("for", seconds, "at", int(clock.seconds())))
    clock.advance(5)


@scenario("A call for now that a call asks for is made in the same advance")
def _():
    clock = Clock()
    clock.callLater(1, lambda: (say("a"), clock.callLater(0, say, "from a")))
    clock.callLater(1, say, "b")
    clock.advance(1)
    say("advanced")


@scenario("A call for 0 seconds later is not made at once")
def _():
    clock = Clock()
    clock.callLater(0, say, "called")
    say("asked for")
    clock.advance(0)


@scenario("A delayed call gets the arguments that it was asked for with")
def _():
    clock = Clock()
    clock.callLater(1, lambda *positional, named: say(positional, named), 1, 2, named=3)
    clock.advance(1)


@scenario("A delayed call that is cancelled is not made")
def _():
    clock = Clock()
    call = clock.callLater(1, say, "not made")
    say("active", bool(call.active()))
    call.cancel()
    say("active", bool(call.active()), "left", len(clock.getDelayedCalls()))
    clock.advance(2)


@scenario("To cancel a delayed call twice raises AlreadyCancelled")
def _():
    call = Clock().callLater(1, say)
    call.cancel()
    attempt(call.cancel)


@scenario("To cancel a delayed call that was made, or is being made, raises AlreadyCalled")
def _():
    clock = Clock()
    calls = []
    calls.append(clock.callLater(1, lambda: attempt(calls[0].cancel)))
    clock.advance(1)
    attempt(calls[0].cancel)
    say("active", bool(calls[0].active()))


@scenario("One delayed call may cancel another for the same time")
def _():
    clock = Clock()
    calls = []
    clock.callLater(1, lambda: calls[0].cancel())
    calls.append(clock.callLater(1, say, "not made"))
    clock.callLater(1, say, "c")
    clock.advance(1)


@scenario("To reset a delayed call has it made so many seconds after that")
def _():
    clock = Clock()
    call = clock.callLater(2, lambda: say("made at", int(clock.seconds())))
    clock.advance(1)
    call.reset(3)
    say("for", int(call.getTime()))
    run(clock, 4)


@scenario("To delay a delayed call has it made so many seconds after its time")
def _():
    clock = Clock()
    call = clock.callLater(2, lambda: say("made at", int(clock.seconds())))
    clock.advance(1)
    call.delay(2)
    say("for", int(call.getTime()))
    run(clock, 4)


@scenario("To delay a delayed call by less than 0 brings it forward")
def _():
    clock = Clock()
    call = clock.callLater(3, lambda: say("made at", int(clock.seconds())))
    call.delay(-2)
    run(clock, 3)


@scenario("To reset or delay a delayed call that was made or cancelled raises")
def _():
    clock = Clock()
    made, off = clock.callLater(1, lambda: None), clock.callLater(1, lambda: None)
    off.cancel()
    clock.advance(1)
    for call in (made, off):
        attempt(call.reset, 1)
        attempt(call.delay, 1)


@scenario("To ask the reactor for a call in less than 0 seconds raises AssertionError")
def _():
    from twisted.internet import reactor

    attempt(reactor.callLater, -1, say)


@scenario("The reactor makes calls for the same time in the order of asking, and reports what one raises and goes on")
def _():
    from twisted.internet import reactor

    log()
    reactor.callLater(0, say, "a")
    reactor.callLater(0, lambda: step("b", raises=Boom("b"))(None))
    reactor.callLater(0, lambda: (say("c"), reactor.stop()))
    reactor.callWhenRunning(say, "when running")
    reactor.run()
    say("stopped")


@scenario("A call for 0 seconds later that a call of the reactor asks for is made in the next turn")
def _():
    from twisted.internet import reactor

    def first():
        reactor.callLater(0, lambda: (say("from a"), reactor.stop()))
        say("a")

    reactor.callLater(0, first)
    reactor.callLater(0, say, "b")
    reactor.run()


@scenario("The reactor's last turn is finished after stop: calls that are due are made")
def _():
    from twisted.internet import reactor

    reactor.callLater(0, lambda: (say("a stops"), reactor.stop()))
    reactor.callLater(0, say, "b")
    reactor.run()
    say("stopped")


@scenario("Calls that were asked for after stop are not made")
def _():
    from twisted.internet import reactor

    reactor.callLater(0, lambda: (reactor.stop(), reactor.callLater(0, say, "not made")))
    reactor.run()
    say("stopped")


@scenario("To run the reactor a second time raises ReactorNotRestartable")
def _():
    from twisted.internet import reactor

    reactor.callWhenRunning(reactor.stop)
    reactor.run()
    attempt(reactor.run)


@scenario("To run the reactor within its run raises ReactorAlreadyRunning")
def _():
    from twisted.internet import reactor

    reactor.callWhenRunning(lambda: (attempt(reactor.run), reactor.stop()))
    reactor.run()


@scenario("To stop a reactor that does not run, or twice, raises ReactorNotRunning")
def _():
    from twisted.internet import reactor

    attempt(reactor.stop)
    reactor.callWhenRunning(lambda: (reactor.stop(), attempt(reactor.stop)))
    reactor.run()


@scenario("CallWhenRunning within the run calls at once")
def _():
    from twisted.internet import reactor

    def first():
        reactor.callWhenRunning(say, "within")
        say("after")
        reactor.stop()

    reactor.callWhenRunning(first)
    reactor.run()


@scenario("What a callWhenRunning raises before the run is logged, and the reactor runs")
def _():
    from twisted.internet import reactor

    log()
    reactor.callWhenRunning(lambda: step("a", raises=Boom("one"))(None))
    reactor.callWhenRunning(lambda: (say("b"), reactor.stop()))
    reactor.run()
    say("stopped")


# Deferreds that fire later


@scenario("DeferLater calls the function after the delay and has its result")
def _():
    clock = Clock()
    deferLater(clock, 2, lambda value: value + 1, 1).addCallback(step("it"))
    run(clock, 2)


@scenario("DeferLater of a function that raises fails")
def _():
    clock = Clock()
    deferLater(clock, 1, attempt_failing).addErrback(step("it", "saved"))
    run(clock, 1)


@scenario("DeferLater of a function that returns a Deferred waits for that")
def _():
    clock = Clock()
    inner = Deferred()
    deferLater(clock, 1, lambda: inner).addCallback(step("it"))
    run(clock, 2)
    inner.callback(1)


@scenario("DeferLater without a function has nothing for its result")
def _():
    clock = Clock()
    deferLater(clock, 1).addCallback(step("it"))
    run(clock, 1)


@scenario("To cancel a deferLater cancels the call and fails it with CancelledError")
def _():
    clock = Clock()
    deferred = deferLater(clock, 1, say, "not called").addErrback(step("it", "saved"))
    deferred.cancel()
    say("delayed calls", len(clock.getDelayedCalls()))
    run(clock, 1)


@scenario("To cancel a deferLater that has fired does nothing")
def _():
    clock = Clock()
    deferred = deferLater(clock, 1, lambda: 1).addBoth(step("it"))
    run(clock, 1)
    attempt(deferred.cancel)


@scenario("To cancel a deferLater whose function returned a Deferred cancels that")
def _():
    clock = Clock()
    deferred = deferLater(clock, 1, lambda: Deferred(lambda _: say("inner's canceller")))
    deferred.addErrback(step("it", "saved"))
    run(clock, 1)
    deferred.cancel()


# Locks, semaphores, queues


@scenario("Those who wait for a lock get it in the order in which they asked")
def _():
    lock = DeferredLock()
    for name in "abc":
        lock.acquire().addCallback(lambda _, name=name: say(name, "has it"))
    lock.release()
    say("released")
    lock.release()
    lock.release()
    say("locked", bool(lock.locked))


@scenario("To release a lock that is not locked raises AssertionError")
def _():
    attempt(DeferredLock().release)


@scenario("To cancel who waits for a lock passes over him")
def _():
    lock = DeferredLock()
    lock.acquire()
    first = lock.acquire().addBoth(step("first", "saved"))
    lock.acquire().addCallback(lambda _: say("second has it"))
    first.cancel()
    lock.release()


@scenario("Run of a lock calls the function when its turn has come, and releases when it is done")
def _():
    lock = DeferredLock()
    inner = Deferred()
    lock.run(lambda: inner).addCallback(step("first"))
    lock.run(lambda: 2).addCallback(step("second"))
    say("waits")
    inner.callback(1)


@scenario("Run of a lock releases when the function raises, too")
def _():
    lock = DeferredLock()
    lock.run(attempt_failing).addErrback(step("first", "saved"))
    say("locked", bool(lock.locked))


@scenario("A semaphore of two lets two in, and the next when one leaves")
def _():
    semaphore = DeferredSemaphore(2)
    for name in "abc":
        semaphore.acquire().addCallback(lambda _, name=name: say(name, "is in"))
    say("tokens", semaphore.tokens)
    semaphore.release()


@scenario("A queue gives those who wait what is put, in the order in which they asked")
def _():
    queue = DeferredQueue()
    for name in "ab":
        queue.get().addCallback(step(name))
    queue.put(1)
    say("put")
    queue.put(2)


@scenario("A queue keeps what is put until somebody asks")
def _():
    queue = DeferredQueue()
    queue.put(1)
    queue.put(2)
    queue.get().addCallback(step("a"))
    queue.get().addCallback(step("b"))


@scenario("A queue with more than its size raises QueueOverflow, and with more waiting than its backlog QueueUnderflow")
def _():
    queue = DeferredQueue(size=1, backlog=1)
    queue.put(1)
    attempt(queue.put, 2)
    queue.get()
    queue.get()
    attempt(queue.get)


@scenario("To cancel who waits for a queue's item passes over him")
def _():
    queue = DeferredQueue()
    first = queue.get().addBoth(step("first", "saved"))
    queue.get().addCallback(step("second"))
    first.cancel()
    queue.put(1)


if __name__ == "__main__":
    main(__file__, twisted=twisted.__version__)
