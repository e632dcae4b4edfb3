"""What gevent does, as lines printed: see README.md."""

import gevent
from gevent import GreenletExit, Timeout, getcurrent, joinall, killall, sleep, spawn, spawn_later
from gevent.event import AsyncResult, Event
from gevent.exceptions import LoopExit
from gevent.local import local
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from gevent.pool import Group, Pool
from gevent.queue import Channel, JoinableQueue, LifoQueue, PriorityQueue, Queue

from scenarios import Boom, attempt, elapsed, in_ms, main, ms, restart, say, scenario

SHORT, LONG, LONGER = ms(50), ms(100), ms(150)


def work(name, *pauses, result=None):
    """Says when it begins, after each pause and what it leaves with."""
    try:
        say(name, "begins")
        for pause in pauses:
            sleep(pause)
            say(name, "goes on")
        return result
    except BaseException as error:
        say(name, "gets", error)
        raise


def fail(message, pause=None):
    if pause is not None:
        sleep(pause)
    raise Boom(message)


def state(greenlet):
    say("started", greenlet.started, "ready", greenlet.ready(), "dead", greenlet.dead)
    say("successful", greenlet.successful(), "value", greenlet.value, "exception", greenlet.exception)


# Spawning


@scenario("A spawned greenlet does not run before somebody lets go of the thread")
def _():
    greenlet = spawn(say, "it runs")
    say("it is spawned")
    greenlet.join()
    say("it is joined")


@scenario("Greenlets start in the order in which they were spawned")
def _():
    joinall([spawn(say, name) for name in "abcd"])


@scenario("Greenlets start in the order of spawning, whatever the order of joining is")
def _():
    greenlets = [spawn(say, name) for name in "abc"]
    joinall(greenlets[::-1])


@scenario("Joining one greenlet runs every other that is ready too")
def _():
    greenlets = [spawn(say, name) for name in "abc"]
    greenlets[0].join()
    say("a is joined")
    say("c is ready", greenlets[2].ready())


@scenario("A greenlet that another one spawns starts after those that are ready already")
def _():
    def first():
        say("a")
        spawn(say, "spawned by a")
        say("a ends")

    joinall([spawn(first), spawn(say, "b")])
    say("both are joined")


@scenario("A greenlet that another one spawns when it is the last runs before the join of that one returns")
def _():
    inner = []

    def outer():
        inner.append(spawn(say, "inner"))
        say("outer ends")

    spawn(outer).join()
    say("outer is joined, inner is ready", inner[0].ready())
    sleep(0)
    say("inner is ready", inner[0].ready())


@scenario("What has not started when the main greenlet ends never does")
def _():
    spawn(say, "it runs")
    say("the main greenlet ends")


@scenario("What sleeps when the main greenlet ends does not wake")
def _():
    spawn(work, "it", SHORT)
    sleep(0)
    say("the main greenlet ends")


@scenario("A greenlet nobody joins runs while the main greenlet waits for another")
def _():
    spawn(work, "unjoined", SHORT, LONGER)
    spawn(work, "joined", LONG).join()
    say("the main greenlet ends")


@scenario("A greenlet gets the positional and named arguments that it was spawned with")
def _():
    def show(first, second, third="default"):
        say(first, second, third)

    joinall([spawn(show, 1, 2), spawn(show, 1, second=None, third=3)])


@scenario("To spawn what cannot be called raises at once")
def _():
    attempt(spawn, 5)


@scenario("To spawn nothing makes a greenlet that returns nothing")
def _():
    for greenlet in [spawn(), spawn(None)]:
        attempt(greenlet.get)


@scenario("Wrong arguments fail the greenlet when it runs and not the one that spawns")
def _():
    greenlet = spawn(work)
    say("it is spawned")
    greenlet.join()
    say(greenlet.exception)


@scenario("A greenlet that is made starts once, however often it is told to")
def _():
    greenlet = gevent.Greenlet(say, "it runs")
    say("started", greenlet.started)
    sleep(0)
    greenlet.start()
    greenlet.start()
    say("started", greenlet.started)
    sleep(0)
    sleep(0)
    say("the end")


@scenario("A greenlet that was never started is not ready, and to join it raises for want of anybody who goes on")
def _():
    greenlet = gevent.Greenlet(say, "it runs")
    state(greenlet)
    attempt(greenlet.join)


@scenario("Within a greenlet getcurrent is that greenlet, and outside it is none of that kind")
def _():
    def check():
        say("itself", getcurrent() is greenlet)

    greenlet = spawn(check)
    greenlet.join()
    say("outside it is a Greenlet", isinstance(getcurrent(), gevent.Greenlet))


@scenario("After a wait getcurrent is the same greenlet again")
def _():
    def check(name):
        before = getcurrent()
        sleep(0)
        say(name, getcurrent() is before)

    joinall([spawn(check, name) for name in "ab"])


@scenario("Each greenlet has its own value in a local, and the main one too")
def _():
    mine = local()
    mine.name = "main"

    def keep(name):
        say(name, "has one", hasattr(mine, "name"))
        mine.name = name
        sleep(0)
        say(name, "reads", mine.name)

    joinall([spawn(keep, name) for name in "ab"])
    say("main reads", mine.name)


# Sleeping


@scenario("To sleep for 0 goes to the end of the queue of those that are ready")
def _():
    joinall([spawn(work, name, 0, 0) for name in "abc"])


@scenario("To sleep for less than 0 is to sleep for 0")
def _():
    joinall([spawn(work, "a", -1), spawn(work, "b", 0), spawn(work, "c", -5)])


@scenario("When the main greenlet sleeps for 0, each that is ready has one turn")
def _():
    for name in "ab":
        spawn(work, name, 0, 0)
    say("main")
    sleep(0)
    say("main")
    sleep(0)
    say("main")


@scenario("Sleepers wake in the order of their times, not of their start")
def _():
    joinall([spawn(work, "a", LONGER), spawn(work, "b", SHORT), spawn(work, "c", LONG)])


@scenario("Sleepers with equal times wake in the order in which they fell asleep")
def _():
    joinall([spawn(work, name, SHORT) for name in "abcdefg"])


@scenario("Sleeps pass together: three take as long as the longest")
def _():
    joinall([spawn(sleep, time) for time in (SHORT, LONG, LONGER)])
    say(elapsed())


@scenario("Sleeps in one greenlet pass one after the other")
def _():
    spawn(lambda: [sleep(SHORT) for _ in range(3)]).join()
    say(elapsed())


@scenario("The main greenlet may sleep too, and the others run meanwhile")
def _():
    spawn(work, "a", SHORT)
    sleep(LONG)
    say("main", elapsed())


@scenario("Who sleeps for 0 again and again does not keep a sleeper from waking")
def _():
    awake = []
    spawn_later(SHORT, lambda: awake.append(1))
    while not awake:
        sleep(0)
    say("it woke")


@scenario("Who never lets go keeps the others from waking, and they wake in order afterwards")
def _():
    import time

    joinall([spawn(work, "a", ms(20)), spawn(work, "b", ms(10)), spawn(lambda: (time.sleep(LONG), say("busy ends")))])


@scenario("A sleeper whose time has come wakes when nobody is ready any more, however often they sleep for 0")
def _():
    import time

    def busy():
        time.sleep(SHORT)
        work("busy", 0, 0, 0)

    joinall([spawn(work, "sleeper", ms(20)), spawn(busy)])


# Spawning later


@scenario("Greenlets spawned for later start in the order of their times")
def _():
    joinall([spawn_later(LONG, say, "b"), spawn_later(SHORT, say, "a"), spawn_later(LONGER, say, "c")])


@scenario("Greenlets that the main one spawns for the same time start in the order of a heap: the first, then the last, and back")
def _():
    joinall([spawn_later(SHORT, say, name) for name in "abcde"])


@scenario("Greenlets that a greenlet spawns for the same time start in the order of spawning")
def _():
    spawn(lambda: [spawn_later(SHORT, say, name) for name in "abcde"]).join()
    sleep(LONG)


@scenario("A greenlet spawned for 0 seconds later starts when nobody is ready any more, however often they sleep for 0")
def _():
    joinall([spawn_later(0, say, "later"), spawn(work, "a", 0, 0, 0)])


@scenario("A greenlet spawned for less than 0 seconds later is one spawned for 0")
def _():
    joinall([spawn_later(-1, say, "later"), spawn(say, "a")])


@scenario("A greenlet spawned for 0 seconds later starts after those that were spawned after it")
def _():
    joinall([spawn_later(0, say, "later"), spawn(say, "a"), spawn(say, "b")])


@scenario("A greenlet spawned for later counts as started before its time")
def _():
    greenlet = spawn_later(SHORT, say, "it runs")
    state(greenlet)
    greenlet.join()
    state(greenlet)


@scenario("A greenlet killed before its time never runs, and nobody waits for that time")
def _():
    greenlet = spawn_later(5, say, "it runs")
    greenlet.kill()
    state(greenlet)
    greenlet.join()
    say(elapsed())


# Values and states


@scenario("A greenlet has no value until it returns, and then what it returned")
def _():
    greenlet = spawn(lambda: 42)
    say(greenlet.value)
    greenlet.join()
    say(greenlet.value)


@scenario("Get waits for the value, and returns it again and again")
def _():
    greenlet = spawn(work, "it", SHORT, result=42)
    say(greenlet.get(), greenlet.get())


@scenario("Get on a finished greenlet returns at once, without letting go")
def _():
    greenlet = spawn(lambda: 42)
    sleep(0)
    spawn(say, "another")
    say(greenlet.get())
    say(greenlet.join())


@scenario("Several greenlets that get the same one are woken in the order in which they asked")
def _():
    greenlet = spawn(work, "it", SHORT, result=42)
    joinall([spawn(lambda name=name: say(name, greenlet.get())) for name in "abc"])


@scenario("Get of a failed greenlet raises what it raised, each time")
def _():
    greenlet = spawn(fail, "one")
    attempt(greenlet.get)
    attempt(greenlet.get)


@scenario("Get with a time raises Timeout when that is over, and the greenlet goes on")
def _():
    greenlet = spawn(work, "it", LONG, result=42)
    attempt(greenlet.get, timeout=SHORT)
    say(elapsed(), "ready", greenlet.ready())
    say(greenlet.get())


@scenario("Get with a time that is enough returns the value and leaves no timer")
def _():
    say(spawn(work, "it", SHORT, result=42).get(timeout=LONG))
    sleep(LONG)
    say("nothing else happens")


@scenario("Get with a time of 0 returns the value of a greenlet that ends without waiting for a time")
def _():
    attempt(spawn(work, "it", 0, 0, result=42).get, timeout=0)


@scenario("Get with a time of 0 raises Timeout where the greenlet waits for a time, which it begins")
def _():
    greenlet = spawn(work, "it", SHORT, result=42)
    attempt(greenlet.get, timeout=0)
    say("ready", greenlet.ready())


@scenario("Get that may not block raises Timeout without giving the greenlet a turn")
def _():
    greenlet = spawn(work, "it", result=42)
    attempt(greenlet.get, block=False)
    say("ready", greenlet.ready())


@scenario("Join with a time returns when that is over, and says nothing of it")
def _():
    greenlet = spawn(work, "it", LONG)
    say(greenlet.join(timeout=SHORT), elapsed(), "ready", greenlet.ready())
    say(greenlet.join(timeout=LONGER), elapsed(), "ready", greenlet.ready())


@scenario("Join with a time of 0 waits for a greenlet that ends without waiting for a time")
def _():
    greenlet = spawn(work, "it", 0)
    say(greenlet.join(timeout=0), "ready", greenlet.ready())


@scenario("Join with a time of less than 0 is join with 0")
def _():
    greenlet = spawn(work, "it", 0)
    say(greenlet.join(timeout=-1), "ready", greenlet.ready())


@scenario("Join of a failed greenlet raises nothing")
def _():
    greenlet = spawn(fail, "one")
    attempt(greenlet.join)
    say(greenlet.exception)


@scenario("Two greenlets that join a third go on in the order in which they asked")
def _():
    greenlet = spawn(work, "it", SHORT)
    joinall([spawn(lambda name=name: say(name, greenlet.join())) for name in "ab"])


@scenario("The states of a greenlet that returns")
def _():
    def run():
        state(greenlet)
        sleep(0)
        return 42

    greenlet = spawn(run)
    say("spawned")
    state(greenlet)
    say("running")
    sleep(0)
    say("waiting")
    state(greenlet)
    greenlet.join()
    say("finished")
    state(greenlet)


@scenario("The states of a greenlet that fails")
def _():
    greenlet = spawn(fail, "one", 0)
    sleep(0)
    say("waiting")
    state(greenlet)
    greenlet.join()
    say("failed")
    state(greenlet)


@scenario("The states of a greenlet that is killed while it waits")
def _():
    greenlet = spawn(sleep, 5)
    sleep(0)
    greenlet.kill()
    state(greenlet)


@scenario("A greenlet is true from its start to its end")
def _():
    greenlet = spawn(sleep, 0)
    say(bool(greenlet))
    sleep(0)
    say(bool(greenlet))
    greenlet.join()
    say(bool(greenlet))


# Failing


@scenario("A greenlet that fails ends alone: the others and the main one go on")
def _():
    greenlets = [spawn(fail, "one", 0), spawn(work, "b", 0, 0)]
    joinall(greenlets)
    say([greenlet.exception for greenlet in greenlets])


@scenario("SystemExit in a greenlet comes out of the wait of the main one")
def _():
    def leave():
        raise SystemExit()

    spawn(leave)
    attempt(sleep, SHORT)


@scenario("KeyboardInterrupt in a greenlet comes out of the wait of the main one")
def _():
    def leave():
        raise KeyboardInterrupt()

    spawn(leave)
    attempt(sleep, SHORT)


@scenario("GreenletExit that a greenlet raises by itself is its value, and a success")
def _():
    def leave():
        raise GreenletExit()

    greenlet = spawn(leave)
    attempt(greenlet.get)
    state(greenlet)


@scenario("A Timeout that nobody catches fails the greenlet")
def _():
    def run():
        with Timeout(SHORT):
            sleep(LONG)

    greenlet = spawn(run)
    greenlet.join()
    state(greenlet)


# Killing


@scenario("A greenlet killed before its start never runs, and has GreenletExit for its value")
def _():
    greenlet = spawn(say, "it runs")
    greenlet.kill()
    sleep(0)
    state(greenlet)


@scenario("A killed greenlet gets GreenletExit where it waits, and kill returns once it has ended")
def _():
    greenlet = spawn(work, "it", 5)
    sleep(0)
    say("kill")
    say(greenlet.kill())
    say("killed, ready", greenlet.ready())


@scenario("Get of a killed greenlet returns the GreenletExit and does not raise it")
def _():
    greenlet = spawn(sleep, 5)
    sleep(0)
    greenlet.kill()
    attempt(greenlet.get)


@scenario("To kill a finished greenlet does nothing")
def _():
    greenlet = spawn(lambda: 42)
    greenlet.join()
    attempt(greenlet.kill)
    state(greenlet)


@scenario("To kill a failed greenlet does nothing")
def _():
    greenlet = spawn(fail, "one")
    greenlet.join()
    attempt(greenlet.kill)
    say(greenlet.exception, greenlet.value)


@scenario("A greenlet that kills itself gets GreenletExit right there")
def _():
    def run():
        try:
            say("before")
            getcurrent().kill()
            say("after")
        finally:
            say("finally")

    greenlet = spawn(run)
    greenlet.join()
    state(greenlet)


@scenario("A greenlet that kills itself without blocking goes on to its next wait")
def _():
    def run():
        getcurrent().kill(block=False)
        say("after")
        work("it", 0)

    greenlet = spawn(run)
    greenlet.join()
    say(greenlet.value)


@scenario("Kill without blocking returns before the greenlet has ended")
def _():
    greenlet = spawn(work, "it", 5)
    sleep(0)
    greenlet.kill(block=False)
    say("asked, dead", greenlet.dead, "ready", greenlet.ready())
    sleep(0)
    say("dead", greenlet.dead, "ready", greenlet.ready())


@scenario("Kill without blocking of a greenlet that has not started ends it at once")
def _():
    greenlet = spawn(say, "it runs")
    greenlet.kill(block=False)
    say("dead", greenlet.dead, "ready", greenlet.ready())
    sleep(0)
    say("dead", greenlet.dead, "ready", greenlet.ready())


@scenario("A greenlet killed with another exception class fails with it")
def _():
    greenlet = spawn(work, "it", 5)
    sleep(0)
    greenlet.kill(Boom("killed"))
    state(greenlet)
    attempt(greenlet.get)


@scenario("A greenlet killed with another exception before its start fails with it")
def _():
    greenlet = spawn(say, "it runs")
    greenlet.kill(Boom("killed"))
    state(greenlet)


@scenario("A greenlet may catch GreenletExit and return a value, which is then its value")
def _():
    def run():
        try:
            sleep(5)
        except GreenletExit:
            return "saved"

    greenlet = spawn(run)
    sleep(0)
    greenlet.kill()
    say(greenlet.value)


@scenario("Kill waits until a greenlet that goes on after GreenletExit has ended")
def _():
    def run():
        try:
            sleep(5)
        except GreenletExit:
            work("it", SHORT)

    greenlet = spawn(run)
    sleep(0)
    greenlet.kill()
    say(elapsed(), "ready", greenlet.ready())


@scenario("Kill with a time returns when that is over although the greenlet goes on")
def _():
    def run():
        try:
            sleep(5)
        except GreenletExit:
            work("it", LONG)

    greenlet = spawn(run)
    sleep(0)
    attempt(greenlet.kill, timeout=SHORT)
    say("ready", greenlet.ready())
    greenlet.join()
    say("ready", greenlet.ready())


@scenario("The finally block of a killed greenlet may wait, and kill waits for it")
def _():
    def run():
        try:
            sleep(5)
        finally:
            say("cleaning")
            sleep(SHORT)
            say("clean")

    greenlet = spawn(run)
    sleep(0)
    greenlet.kill()
    say("killed", greenlet.value)


@scenario("What a killed greenlet raises instead of GreenletExit is its failure")
def _():
    def run():
        try:
            sleep(5)
        finally:
            raise Boom("in finally")

    greenlet = spawn(run)
    sleep(0)
    attempt(greenlet.kill)
    state(greenlet)


@scenario("Except Exception does not catch GreenletExit")
def _():
    def run():
        try:
            sleep(5)
        except Exception:
            say("caught")

    greenlet = spawn(run)
    sleep(0)
    greenlet.kill()
    say(greenlet.value)


@scenario("A greenlet killed twice without blocking gets the exception at each of its next two waits")
def _():
    def run():
        for _ in range(3):
            try:
                sleep(ms(10))
                say("it slept")
            except GreenletExit as error:
                say("it got", error)

    greenlet = spawn(run)
    sleep(0)
    greenlet.kill(block=False)
    greenlet.kill(block=False)
    greenlet.join()


@scenario("A greenlet that is killed when it is about to wake goes on before it gets the exception, at its next wait")
def _():
    event = Event()
    greenlet = spawn(lambda: (event.wait(), work("it", SHORT)))
    sleep(0)
    event.set()
    greenlet.kill()
    say("killed", greenlet.value)


@scenario("A greenlet that is killed when it is about to wake and ends then is not killed")
def _():
    event = Event()

    def run():
        try:
            event.wait()
            say("it goes on")
        except GreenletExit as error:
            say("it got", error)

    greenlet = spawn(run)
    sleep(0)
    event.set()
    greenlet.kill()
    say("killed")


@scenario("To kill who joins another leaves that one alone")
def _():
    other = spawn(work, "other", SHORT)
    joiner = spawn(other.join)
    sleep(0)
    joiner.kill()
    say("joiner is ready", joiner.ready(), "other is ready", other.ready())
    other.join()


@scenario("Killall ends all in the order of the list and waits for them")
def _():
    greenlets = [spawn(work, name, 5) for name in "abc"]
    sleep(0)
    say(killall(greenlets))
    say([greenlet.ready() for greenlet in greenlets])


@scenario("Killall keeps those from running that have not started")
def _():
    greenlets = [spawn(work, name, 5) for name in "ab"]
    killall(greenlets)
    say([greenlet.value for greenlet in greenlets])


@scenario("Killall without blocking returns before they have ended")
def _():
    greenlets = [spawn(work, name, 5) for name in "ab"]
    sleep(0)
    killall(greenlets, block=False)
    say([greenlet.ready() for greenlet in greenlets])
    joinall(greenlets)


@scenario("Killall with an exception fails those that wait with it, and leaves the finished as they are")
def _():
    greenlets = [spawn(lambda: 1), spawn(sleep, 5)]
    sleep(0)
    killall(greenlets, Boom("all"))
    for greenlet in greenlets:
        say(greenlet.value, greenlet.exception)


@scenario("Killall of nobody returns at once")
def _():
    attempt(killall, [])


# Links


@scenario("Links are called in the order in which they were added, with the greenlet")
def _():
    greenlet = spawn(lambda: 42)
    for name in "abc":
        greenlet.link(lambda source, name=name: say(name, source is greenlet, source.value))
    greenlet.join()
    sleep(0)


@scenario("Who joins is woken in the order of links: after those added before, before those added after")
def _():
    greenlet = spawn(work, "it", SHORT)
    greenlet.link(lambda _: say("link before"))
    joiner = spawn(lambda: (greenlet.join(), say("joined")))
    sleep(0)
    greenlet.link(lambda _: say("link after"))
    joiner.join()
    sleep(0)


@scenario("Link_value is called for a success and link_exception for a failure")
def _():
    for greenlet in [spawn(lambda: 42), spawn(fail, "one")]:
        greenlet.link_value(lambda source: say("value", source.value))
        greenlet.link_exception(lambda source: say("exception", source.exception))
        greenlet.link(lambda source: say("either", source.successful()))
        greenlet.join()
        sleep(0)


@scenario("A killed greenlet counts as a success for its links")
def _():
    greenlet = spawn(sleep, 5)
    greenlet.link_value(lambda source: say("value", source.value))
    greenlet.link_exception(lambda source: say("exception", source.exception))
    sleep(0)
    greenlet.kill()
    sleep(0)


@scenario("A greenlet killed before its start calls its links too")
def _():
    greenlet = spawn(sleep, 5)
    greenlet.link(lambda source: say("linked", source.value))
    greenlet.kill()
    say("killed")
    sleep(0)
    say("the end")


@scenario("A link that was taken off is not called")
def _():
    greenlet = spawn(lambda: 42)
    first, second = (lambda _: say("first")), (lambda _: say("second"))
    greenlet.link(first)
    greenlet.link(second)
    greenlet.unlink(first)
    greenlet.join()
    sleep(0)


@scenario("A link to a finished greenlet is called in the next turn, not at once")
def _():
    greenlet = spawn(lambda: 42)
    greenlet.join()
    greenlet.link(lambda source: say("linked", source.value))
    say("link returned")
    sleep(0)
    say("the end")


@scenario("The same link added twice is called twice")
def _():
    greenlet = spawn(lambda: 42)
    callback = lambda _: say("called")
    greenlet.link(callback)
    greenlet.link(callback)
    greenlet.join()
    sleep(0)


@scenario("A link that raises does not keep the next from being called")
def _():
    greenlet = spawn(lambda: 42)
    greenlet.link(lambda _: fail("link"))
    greenlet.link(lambda _: say("the next"))
    greenlet.join()
    sleep(0)
    say(greenlet.value)


@scenario("A link may wait, for it is called in a greenlet of its own")
def _():
    greenlet = spawn(lambda: 42)
    greenlet.link(lambda _: work("link", SHORT))
    greenlet.link(lambda _: work("next link"))
    greenlet.join()
    sleep(LONG)


@scenario("A link may spawn a greenlet, which starts after the other links")
def _():
    greenlet = spawn(lambda: 42)
    greenlet.link(lambda _: spawn(say, "spawned"))
    greenlet.link(lambda _: say("the next link"))
    greenlet.join()
    sleep(0)
    sleep(0)


@scenario("Links are called after greenlets that were ready when theirs ended")
def _():
    greenlet = spawn(say, "it")
    greenlet.link(lambda _: say("link"))
    spawn(say, "another")
    sleep(0)
    sleep(0)


@scenario("A link to an AsyncResult hands it the value or the failure")
def _():
    for greenlet in [spawn(lambda: 42), spawn(fail, "one")]:
        result = AsyncResult()
        greenlet.link(result)
        attempt(result.get)


# Joining many


@scenario("Joinall returns the greenlets in the order of finishing")
def _():
    greenlets = [spawn(sleep, LONG), spawn(sleep, SHORT), spawn(sleep, LONGER)]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets)])


@scenario("Joinall with a time returns those that finished in time")
def _():
    greenlets = [spawn(sleep, LONGER), spawn(sleep, SHORT)]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets, timeout=LONG)], elapsed())


@scenario("Joinall with a count returns when so many have finished, and the others go on")
def _():
    greenlets = [spawn(work, "a", LONG), spawn(work, "b", SHORT), spawn(work, "c", LONGER)]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets, count=1)], elapsed())
    joinall(greenlets)


@scenario("Joinall with a count larger than the list waits for all")
def _():
    say(len(joinall([spawn(sleep, 0), spawn(sleep, 0)], count=5)))


@scenario("Joinall of nobody returns an empty list at once")
def _():
    spawn(say, "it runs")
    say(joinall([]))


@scenario("Joinall returns failed greenlets with the others and raises nothing")
def _():
    greenlets = [spawn(fail, "one"), spawn(lambda: 42)]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets)])


@scenario("Joinall that is to raise raises the first failure in time, and the others go on")
def _():
    greenlets = [spawn(fail, "late", LONG), spawn(fail, "early", SHORT), spawn(work, "c", LONGER)]
    attempt(joinall, greenlets, raise_error=True)
    say(elapsed())
    joinall(greenlets)


@scenario("Joinall that is to raise returns the list when nobody fails")
def _():
    greenlets = [spawn(sleep, SHORT), spawn(sleep, 0)]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets, raise_error=True)])


@scenario("Joinall counts finished greenlets too, before the others")
def _():
    done = spawn(lambda: 1)
    done.join()
    greenlets = [spawn(sleep, 0), done]
    say([greenlets.index(greenlet) for greenlet in joinall(greenlets)])


@scenario("Joinall of finished greenlets alone does not let go")
def _():
    done = spawn(lambda: 1)
    done.join()
    spawn(say, "another")
    say(len(joinall([done])))


@scenario("Joinall of one greenlet twice waits for it once")
def _():
    greenlet = spawn(sleep, 0)
    say(len(joinall([greenlet, greenlet])))


@scenario("Joinall with a time of 0 returns those that end without waiting for a time")
def _():
    greenlets = [spawn(work, "a"), spawn(work, "b", SHORT)]
    say(len(joinall(greenlets, timeout=0)))
    say([greenlet.ready() for greenlet in greenlets])


@scenario("Joinall inside a greenlet lets the others run")
def _():
    def outer():
        joinall([spawn(work, name, 0) for name in "ab"])
        say("outer ends")

    joinall([spawn(outer), spawn(work, "c", 0, 0)])


@scenario("Iwait yields each greenlet when it finishes")
def _():
    greenlets = [spawn(sleep, LONG), spawn(sleep, SHORT)]
    for greenlet in gevent.iwait(greenlets):
        say(greenlets.index(greenlet), elapsed())


@scenario("Iwait with a time ends without an exception when that is over")
def _():
    greenlets = [spawn(sleep, LONGER), spawn(sleep, SHORT)]
    for greenlet in gevent.iwait(greenlets, timeout=LONG):
        say(greenlets.index(greenlet))
    say("the end", elapsed())


@scenario("Wait for everything returns when nobody is left who goes on")
def _():
    spawn(work, "a", SHORT)
    spawn(work, "b", 0)
    spawn(Event().wait)
    say(gevent.wait(), elapsed())


@scenario("Wait for everything with a time returns False when that is over")
def _():
    spawn(work, "a", LONG)
    say(gevent.wait(timeout=SHORT))


@scenario("Wait takes events and greenlets alike")
def _():
    event = Event()
    greenlet = spawn_later(SHORT, event.set)
    say([item is event for item in gevent.wait([event, greenlet])])


# Timeouts


@scenario("A Timeout raises itself in the block when its time is over")
def _():
    try:
        with Timeout(SHORT) as timeout:
            sleep(LONG)
            say("not reached")
    except Timeout as error:
        say("it is that one", error is timeout, elapsed())


@scenario("A Timeout is cancelled by leaving its block")
def _():
    with Timeout(SHORT) as timeout:
        say("pending", timeout.pending)
        sleep(0)
    say("pending", timeout.pending)
    sleep(LONG)
    say("nothing happens")


@scenario("A Timeout is cancelled when its block is left by an exception")
def _():
    try:
        with Timeout(SHORT):
            fail("in the block")
    except Boom as error:
        say(error)
    sleep(LONG)
    say("nothing happens")


@scenario("A silent Timeout leaves its block without an exception")
def _():
    with Timeout(SHORT, False):
        sleep(LONG)
        say("not reached")
    say("after the block", elapsed())


@scenario("A Timeout with an exception of its own raises that")
def _():
    try:
        with Timeout(SHORT, Boom("too late")):
            sleep(LONG)
    except Boom as error:
        say(error)


@scenario("Except Exception does not catch a Timeout")
def _():
    try:
        with Timeout(SHORT):
            try:
                sleep(LONG)
            except Exception:
                say("not reached")
    except Timeout as error:
        say(error)


@scenario("Of nested Timeouts the inner one may be first, and the outer one goes on counting")
def _():
    try:
        with Timeout(LONG) as outer:
            try:
                with Timeout(SHORT) as inner:
                    sleep(5)
            except Timeout as error:
                say("inner", error is inner, elapsed())
            sleep(5)
    except Timeout as error:
        say("outer", error is outer, elapsed())


@scenario("Of nested Timeouts the outer one may be first, and passes through the inner block")
def _():
    try:
        with Timeout(SHORT) as outer:
            with Timeout(LONG):
                sleep(5)
            say("not reached")
    except Timeout as error:
        say("outer", error is outer)
    sleep(LONG)
    say("nothing else happens")


@scenario("A silent inner Timeout does not silence the outer one")
def _():
    try:
        with Timeout(SHORT) as outer:
            with Timeout(LONG, False):
                sleep(5)
            say("not reached")
    except Timeout as error:
        say("outer", error is outer)


@scenario("Of nested Timeouts with equal times the one that started first is first")
def _():
    try:
        with Timeout(SHORT) as outer:
            with Timeout(SHORT) as inner:
                sleep(5)
    except Timeout as error:
        say("outer", error is outer, "inner", error is inner)


@scenario("A Timeout of no seconds never comes")
def _():
    with Timeout(None) as timeout:
        sleep(SHORT)
        say("pending", timeout.pending)


@scenario("A Timeout of 0 seconds comes at the first wait")
def _():
    try:
        with Timeout(0):
            say("before the wait")
            sleep(SHORT)
            say("not reached")
    except Timeout as error:
        say(error)


@scenario("A Timeout of 0 seconds comes after all waits of 0 seconds, and at the first of more")
def _():
    try:
        with Timeout(0):
            sleep(0)
            say("once")
            sleep(0)
            say("twice")
            sleep(SHORT)
    except Timeout as error:
        say(error)


@scenario("A Timeout of less than 0 seconds is one of 0")
def _():
    try:
        with Timeout(-1):
            say("before the wait")
            sleep(SHORT)
    except Timeout as error:
        say(error)


@scenario("A Timeout does not come to who never waits")
def _():
    import time

    with Timeout(SHORT):
        time.sleep(LONG)
        say("the block ends")
    sleep(0)
    say("nothing happens")


@scenario("A Timeout comes to the greenlet that started it and to no other")
def _():
    def limited():
        with Timeout(SHORT, False):
            work("limited", LONG)
        say("limited goes on")

    joinall([spawn(limited), spawn(work, "other", LONG)])


@scenario("A Timeout may be started and cancelled by hand")
def _():
    timeout = Timeout.start_new(SHORT)
    say(timeout.pending)
    timeout.cancel()
    say(timeout.pending)
    sleep(LONG)
    say("nothing happens")


@scenario("A Timeout that is pending cannot be started again")
def _():
    timeout = Timeout.start_new(SHORT)
    attempt(timeout.start)
    timeout.cancel()


@scenario("With_timeout returns what the function returns in time")
def _():
    attempt(gevent.with_timeout, LONG, work, "it", SHORT, result=42)


@scenario("With_timeout raises Timeout when the time is over")
def _():
    attempt(gevent.with_timeout, SHORT, work, "it", LONG)


@scenario("With_timeout returns the value for that case when the time is over")
def _():
    attempt(gevent.with_timeout, SHORT, sleep, LONG, timeout_value="too late")


@scenario("With_timeout passes on what the function raises")
def _():
    attempt(gevent.with_timeout, SHORT, fail, "one", timeout_value="too late")


@scenario("With_timeout does not take another Timeout for its own")
def _():
    def run():
        with Timeout(SHORT):
            sleep(5)

    attempt(gevent.with_timeout, LONG, run, timeout_value="too late")


# Queues


def taker(queue, name, times=1):
    for _ in range(times):
        say(name, "got", queue.get())


def putter(queue, *items):
    for item in items:
        queue.put(item)
        say("put", item)


@scenario("A queue gives items in the order in which they were put")
def _():
    queue = Queue()
    for item in "abc":
        queue.put(item)
    say([queue.get() for _ in range(3)])


@scenario("A queue may be made with items")
def _():
    queue = Queue(items=[1, 2])
    say(queue.get(), queue.get(), queue.empty())


@scenario("To get from an empty queue waits until somebody puts")
def _():
    queue = Queue()
    greenlet = spawn(taker, queue, "a")
    sleep(0)
    say("put")
    queue.put(1)
    say("put returned")
    greenlet.join()


@scenario("Those who wait to get are served in the order in which they asked")
def _():
    queue = Queue()
    greenlets = [spawn(taker, queue, name) for name in "abc"]
    sleep(0)
    for item in (1, 2, 3):
        queue.put(item)
    joinall(greenlets)


@scenario("An item that is put for one who waits can be taken by another who asks before he wakes")
def _():
    queue = Queue()
    waiting = spawn(taker, queue, "waiting")
    sleep(0)
    queue.put(1)
    say("main got", queue.get())
    say("waiting is ready", waiting.ready())
    queue.put(2)
    waiting.join()


@scenario("To put into a full queue waits until somebody gets")
def _():
    queue = Queue(maxsize=1)
    greenlet = spawn(putter, queue, 1, 2)
    sleep(0)
    say("full", queue.full())
    say("got", queue.get())
    sleep(0)
    sleep(0)
    say("got", queue.get())
    greenlet.join()


@scenario("Those who wait to put are served in the order in which they asked")
def _():
    queue = Queue(maxsize=1)
    greenlets = [spawn(putter, queue, item) for item in (1, 2, 3)]
    sleep(0)
    spawn(taker, queue, "taker", 3).join()
    joinall(greenlets)


@scenario("A producer and a consumer with a queue of one take turns")
def _():
    queue = Queue(maxsize=1)
    joinall([spawn(putter, queue, 1, 2, 3, 4), spawn(taker, queue, "consumer", 4)])


@scenario("A producer and a consumer with an unbounded queue: the producer goes on until it waits")
def _():
    queue = Queue()
    joinall([spawn(taker, queue, "consumer", 3), spawn(putter, queue, 1, 2, 3)])


@scenario("Of two consumers of a filled queue the first takes all, for to get an item that is there does not let go")
def _():
    queue = Queue(items=range(4))

    def consume(name):
        while not queue.empty():
            say(name, queue.get())

    joinall([spawn(consume, name) for name in "ab"])


@scenario("Two consumers who sleep between items take turns")
def _():
    queue = Queue(items=range(4))

    def consume(name):
        while not queue.empty():
            say(name, queue.get())
            sleep(0)

    joinall([spawn(consume, name) for name in "ab"])


@scenario("Get with a time raises Empty when that is over")
def _():
    attempt(Queue().get, timeout=SHORT)
    say(elapsed())


@scenario("Put with a time raises Full when that is over")
def _():
    queue = Queue(maxsize=1, items=[1])
    attempt(queue.put, 2, timeout=SHORT)
    say(elapsed(), queue.qsize())


@scenario("Who gave up getting is passed over")
def _():
    queue = Queue()
    greenlets = [spawn(attempt, queue.get, timeout=SHORT), spawn(taker, queue, "b")]
    sleep(LONG)
    queue.put(1)
    joinall(greenlets)


@scenario("Who was killed while it waited to get is passed over")
def _():
    queue = Queue()
    first, second = spawn(taker, queue, "a"), spawn(taker, queue, "b")
    sleep(0)
    first.kill()
    queue.put(1)
    second.join()


@scenario("What somebody waited to put who was killed is not put")
def _():
    queue = Queue(maxsize=1, items=[1])
    greenlet = spawn(putter, queue, 2)
    sleep(0)
    greenlet.kill()
    say(queue.get(), queue.qsize())


@scenario("Get without waiting raises Empty, and put without waiting raises Full")
def _():
    queue = Queue(maxsize=1)
    attempt(queue.get_nowait)
    attempt(queue.put_nowait, 1)
    attempt(queue.put_nowait, 2)
    attempt(queue.get_nowait)
    attempt(queue.get, block=False)


@scenario("Get with a time of 0 raises Empty, but lets the others have a turn")
def _():
    spawn(say, "another")
    attempt(Queue().get, timeout=0)


@scenario("The sizes of a queue with room for two")
def _():
    queue = Queue(maxsize=2)
    for item in (1, 2):
        say(queue.qsize(), len(queue), queue.empty(), queue.full())
        queue.put(item)
    say(queue.qsize(), len(queue), queue.empty(), queue.full())


@scenario("A queue of no size or of size 0 is never full")
def _():
    for queue in (Queue(), Queue(None), Queue(0)):
        queue.put_nowait(1)
        queue.put_nowait(2)
        say(queue.qsize(), queue.full(), queue.maxsize)


@scenario("Those who wait to put do not count as items")
def _():
    queue = Queue(maxsize=1)
    greenlets = [spawn(queue.put, item) for item in (1, 2, 3)]
    sleep(0)
    say(queue.qsize(), queue.full())
    killall(greenlets)


@scenario("A queue may be gone through, and StopIteration in it is the end")
def _():
    queue = Queue()
    greenlet = spawn(lambda: [say(item) for item in queue])
    for item in (1, 2, StopIteration):
        queue.put(item)
    greenlet.join()
    say("the end")


@scenario("To go through a queue waits for more while there is no StopIteration")
def _():
    queue = Queue()

    def put_later():
        for item in (1, 2, StopIteration):
            sleep(SHORT)
            queue.put(item)

    spawn(put_later)
    for item in queue:
        say(item)
    say("the end", elapsed())


@scenario("Peek returns the next item and leaves it there")
def _():
    queue = Queue(items=[1, 2])
    say(queue.peek(), queue.peek(), queue.qsize())
    attempt(Queue().peek_nowait)
    attempt(Queue().peek, timeout=SHORT)


@scenario("Who waits to peek is woken by a put and leaves the item for who waits to get")
def _():
    queue = Queue()
    greenlets = [spawn(lambda: say("peeked", queue.peek())), spawn(taker, queue, "taker")]
    sleep(0)
    queue.put(1)
    joinall(greenlets)


@scenario("A priority queue gives the least item first")
def _():
    queue = PriorityQueue()
    for item in (3, 1, 2):
        queue.put(item)
    say([queue.get() for _ in range(3)])


@scenario("A last-in queue gives the newest item first")
def _():
    queue = LifoQueue()
    for item in (1, 2, 3):
        queue.put(item)
    say([queue.get() for _ in range(3)])


@scenario("A joinable queue is joined when every item has been said to be done")
def _():
    queue = JoinableQueue()

    def consume():
        for item in queue:
            sleep(0)
            say("did", item)
            queue.task_done()

    spawn(consume)
    for item in (1, 2):
        queue.put(item)
    queue.join()
    say("joined", queue.unfinished_tasks)
    attempt(queue.task_done)


@scenario("To join a joinable queue with nothing in it returns at once")
def _():
    attempt(JoinableQueue().join)


@scenario("To join a joinable queue with a time returns False when that is over")
def _():
    queue = JoinableQueue(items=[1])
    say(queue.join(timeout=SHORT), elapsed())


@scenario("A channel holds nothing: to put waits until somebody gets")
def _():
    channel = Channel()
    joinall([spawn(putter, channel, 1, 2), spawn(taker, channel, "taker", 2)])


def patched():
    """What patch_all does, at the start of the scenario's time."""
    from gevent import monkey

    monkey.patch_all()
    import queue
    import time

    restart()
    return queue.Queue, time.sleep


@scenario("Of two that take from Python's own queue, patched, without a wait, the first takes all")
def _():
    queue, _ = patched()
    items = queue()
    for item in range(6):
        items.put(item)

    def consume(name):
        while not items.empty():
            say(name, items.get())

    joinall([spawn(consume, name) for name in "ab"])


@scenario("To take an item from Python's own queue, patched, lets go of the thread once, with the queue locked")
def _():
    queue, _ = patched()
    items = queue()
    items.put(1)
    items.put(2)

    def take(name):
        say(name, "takes")
        say(name, items.get())

    joinall([spawn(take, "a"), spawn(work, "other", 0, 0), spawn(take, "b")])


@scenario("To put an item into Python's own queue, patched, lets go of the thread once")
def _():
    queue, _ = patched()
    items = queue()

    def put():
        say("puts")
        items.put(1)
        say("has put")

    joinall([spawn(put), spawn(work, "other", 0, 0)])


@scenario("To ask Python's own queue, patched, whether it is empty does not let go")
def _():
    queue, _ = patched()
    items = queue()
    joinall([spawn(lambda: say("empty", items.empty(), items.qsize())), spawn(say, "other")])


@scenario("Two that take from Python's own queue, patched, and sleep for 0 in every step")
def _():
    queue, patched_sleep = patched()
    items = queue()
    for item in (2, 1, 3):
        items.put(item)

    def consume(name):
        while not items.empty():
            for step in range(items.get()):
                say(name, "step", step)
                patched_sleep(0)
            say(name, "did one")

    joinall([spawn(consume, name) for name in "ab"])


@scenario("Two that take how long to sleep from Python's own queue, patched: the article's program with no two that end together")
def _():
    queue, patched_sleep = patched()
    items = queue()
    for item in (15, 10, 4, 2):
        items.put(item)

    def consume(name):
        while not items.empty():
            delay = items.get()
            say("Task", name, "running", delay)
            patched_sleep(ms(20 * delay))
            say("Task", name, "total elapsed time", delay)

    joinall([spawn(consume, name) for name in ("One", "Two")])
    say(elapsed())


@scenario("Python's own sleep, patched, lets the others run")
def _():
    _, patched_sleep = patched()
    joinall([spawn(lambda name=name: (patched_sleep(SHORT), say(name, elapsed()))) for name in "ab"])


# Nobody can go on


@scenario("To get from an empty queue that nobody puts into raises LoopExit")
def _():
    attempt(Queue().get)


@scenario("To wait for an event that nobody sets raises LoopExit")
def _():
    attempt(Event().wait)


@scenario("To acquire a semaphore that nobody releases raises LoopExit")
def _():
    attempt(Semaphore(0).acquire)


@scenario("A greenlet that joins itself waits forever, and the one that joins it gets LoopExit")
def _():
    greenlet = spawn(lambda: getcurrent().join())
    attempt(greenlet.join)
    say("ready", greenlet.ready())


@scenario("Of two greenlets that join each other the main one gets LoopExit")
def _():
    greenlets = []
    greenlets += [spawn(lambda: greenlets[1].join()), spawn(lambda: greenlets[0].join())]
    attempt(joinall, greenlets)
    say([greenlet.ready() for greenlet in greenlets])


@scenario("To join a greenlet that waits for an event nobody sets raises LoopExit")
def _():
    greenlet = spawn(Event().wait)
    attempt(greenlet.join)
    attempt(greenlet.get)


@scenario("Joinall of a greenlet that ends and one that never does raises LoopExit")
def _():
    greenlets = [spawn(Event().wait), spawn(lambda: 42)]
    attempt(lambda: [greenlets.index(greenlet) for greenlet in joinall(greenlets)])


@scenario("LoopExit comes out of the main greenlet's wait, and not out of the others'")
def _():
    def wait(event):
        try:
            event.wait()
        except BaseException as error:
            say("greenlet got", error)

    greenlet = spawn(wait, Event())
    attempt(greenlet.join)


@scenario("After LoopExit the main greenlet may go on, and so may those that it left waiting")
def _():
    event = Event()
    greenlet = spawn(lambda: (event.wait(), say("it goes on")))
    attempt(greenlet.join)
    event.set()
    attempt(greenlet.join)


@scenario("While somebody sleeps there is no LoopExit: it comes when he has ended")
def _():
    spawn(work, "sleeper", SHORT)
    attempt(Event().wait)
    say(elapsed())


@scenario("A wait with a time is no LoopExit")
def _():
    say(Event().wait(timeout=SHORT))


# Events


@scenario("Those who wait for an event are woken in the order in which they asked")
def _():
    event = Event()
    greenlets = [spawn(lambda name=name: say(name, event.wait())) for name in "abc"]
    sleep(0)
    event.set()
    say("set", event.is_set())
    joinall(greenlets)


@scenario("To wait for an event that is set returns at once, without letting go")
def _():
    event = Event()
    event.set()
    spawn(say, "another")
    say(event.wait())


@scenario("To wait for an event with a time returns False when that is over")
def _():
    event = Event()
    say(event.wait(timeout=SHORT), elapsed())
    spawn_later(SHORT, event.set)
    say(event.wait(timeout=LONG), elapsed())


@scenario("An event that is cleared is waited for again")
def _():
    event = Event()
    event.set()
    event.clear()
    say(event.is_set(), event.wait(timeout=0))


@scenario("Who waits when an event is set is woken even if it is cleared at once")
def _():
    event = Event()
    greenlet = spawn(lambda: say("woken", event.wait(), event.is_set()))
    sleep(0)
    event.set()
    event.clear()
    greenlet.join()


@scenario("To set an event twice wakes once")
def _():
    event = Event()
    greenlet = spawn(lambda: say("woken", event.wait()))
    sleep(0)
    event.set()
    event.set()
    greenlet.join()
    sleep(0)
    say("the end")


@scenario("Those that are ready before an event is set run before those it wakes")
def _():
    event = Event()
    waiting = spawn(lambda: (event.wait(), say("woken")))
    sleep(0)
    spawn(say, "ready before")
    event.set()
    spawn(say, "ready after")
    waiting.join()
    sleep(0)


@scenario("An AsyncResult gives its value to all who wait, in the order in which they asked")
def _():
    result = AsyncResult()
    greenlets = [spawn(lambda name=name: say(name, result.get())) for name in "ab"]
    sleep(0)
    result.set(42)
    say("set", result.ready(), result.successful(), result.value)
    joinall(greenlets)
    say(result.get())


@scenario("An AsyncResult with an exception raises it in all who wait")
def _():
    result = AsyncResult()
    greenlets = [spawn(attempt, result.get) for _ in "ab"]
    sleep(0)
    result.set_exception(Boom("one"))
    say(result.ready(), result.successful(), result.exception)
    joinall(greenlets)


@scenario("An AsyncResult without a value: get raises Timeout, wait returns nothing")
def _():
    result = AsyncResult()
    attempt(result.get_nowait)
    attempt(result.get, timeout=SHORT)
    attempt(result.wait, timeout=SHORT)


@scenario("An AsyncResult may be set again, and has the newest value")
def _():
    result = AsyncResult()
    result.set(1)
    result.set(2)
    say(result.get())


@scenario("Wait on an AsyncResult with an exception returns nothing and does not raise")
def _():
    result = AsyncResult()
    result.set_exception(Boom("one"))
    attempt(result.wait)


# Semaphores


@scenario("Those who wait for a semaphore get it in the order in which they asked")
def _():
    semaphore = Semaphore(1)

    def use(name):
        with semaphore:
            say(name, "has it")
            sleep(0)
            say(name, "leaves")

    joinall([spawn(use, name) for name in "abc"])


@scenario("A semaphore of two lets two in at a time")
def _():
    semaphore = Semaphore(2)

    def use(name):
        with semaphore:
            say(name, "in", elapsed())
            sleep(SHORT)

    joinall([spawn(use, name) for name in "abcde"])


@scenario("Who releases and acquires again at once gets the semaphore before one who waits for it")
def _():
    semaphore = Semaphore(1)

    def use(name):
        for _ in range(2):
            with semaphore:
                say(name, "has it")
                sleep(0)

    joinall([spawn(use, name) for name in "ab"])


@scenario("Acquire without blocking, and with a time, returns False when there is nothing to have")
def _():
    semaphore = Semaphore(1)
    say(semaphore.acquire(), semaphore.counter, semaphore.locked())
    say(semaphore.acquire(blocking=False))
    say(semaphore.acquire(timeout=SHORT), elapsed())
    semaphore.release()
    say(semaphore.counter, semaphore.locked())


@scenario("A bounded semaphore that is released too often raises")
def _():
    semaphore = BoundedSemaphore(1)
    attempt(semaphore.release)


@scenario("A lock may be taken twice by the greenlet that has it, and not by another")
def _():
    lock = RLock()
    lock.acquire()
    say(bool(lock.acquire(blocking=False)))
    spawn(lambda: say("another", lock.acquire(blocking=False))).join()
    lock.release()
    lock.release()
    spawn(lambda: say("another", lock.acquire(blocking=False))).join()


# Pools


@scenario("To spawn in a full pool waits until one has ended")
def _():
    pool = Pool(2)
    for name, pause in zip("abc", (SHORT, LONG, LONG)):
        pool.spawn(work, name, pause)
        say("spawned", name, elapsed(), "free", pool.free_count())
    pool.join()
    say("joined", elapsed())


@scenario("The map of a pool has the results in the order of the items, whoever ends first")
def _():
    def run(pause):
        sleep(pause)
        say("after", in_ms(pause))
        return in_ms(pause)

    say(Pool(2).map(run, [LONG, SHORT, ms(200)]), elapsed())


@scenario("The map of a pool starts as many as fit, and each next when one ends")
def _():
    Pool(2).map(lambda name: work(name, 0), "abcd")


@scenario("The map of a pool raises the first failure in the order of the items, when its turn has come")
def _():
    attempt(Pool(3).map, lambda item: fail(*item), [("late", LONG), ("early", SHORT)])
    say(elapsed())


@scenario("When the map of a pool raises, what has started goes on")
def _():
    attempt(Pool(2).map, lambda name: fail(name) if name == "a" else work(name, 0), "abcd")
    sleep(LONG)


@scenario("The imap of a pool gives each result as soon as its turn has come")
def _():
    def run(pause):
        sleep(pause)
        return in_ms(pause)

    for result in Pool(3).imap(run, [LONG, SHORT, LONGER]):
        say(result, elapsed())


@scenario("The unordered imap of a pool gives the results in the order of ending")
def _():
    def run(pause):
        sleep(pause)
        return in_ms(pause)

    for result in Pool(3).imap_unordered(run, [LONG, SHORT, LONGER]):
        say(result, elapsed())


@scenario("Apply runs a function in the pool and returns its result")
def _():
    attempt(Pool(1).apply, work, ("it", 0), {"result": 42})


@scenario("The number of a pool's greenlets falls as they end")
def _():
    pool = Pool(3)
    pool.spawn(sleep, 0)
    pool.spawn(sleep, SHORT)
    say(len(pool), pool.free_count(), pool.full())
    pool.join()
    say(len(pool), pool.free_count())


@scenario("To kill a pool ends all of its greenlets")
def _():
    pool = Pool(2)
    greenlets = [pool.spawn(sleep, 5), pool.spawn(sleep, 5)]
    sleep(0)
    pool.kill()
    say([greenlet.value for greenlet in greenlets], len(pool))


@scenario("A greenlet that fails in a pool gives its place to the next")
def _():
    pool = Pool(1)
    pool.spawn(fail, "one")
    pool.spawn(say, "the next")
    attempt(pool.join)


@scenario("The join of a pool that is to raise raises what one of its greenlets raised")
def _():
    pool = Pool(1)
    pool.spawn(fail, "one")
    attempt(pool.join, raise_error=True)


@scenario("A group has no bound: all start, and map has the results in order")
def _():
    group = Group()
    say(group.map(lambda item: (work(item, 0), item)[1], "abc"))


if __name__ == "__main__":
    main(__file__, gevent=gevent.__version__)
