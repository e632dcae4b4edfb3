"""Twisted: inlineCallbacks, and as `twisted-cooperator` its Cooperator."""

import queue

import twisted
from measured import Measured, bench, check, n, one, python, system, two, url
from twisted.internet import defer, reactor, task

version = f"Twisted {twisted.__version__}, {python()}"


@defer.inlineCallbacks
def ticks(count):
    for _ in range(count):
        yield task.deferLater(reactor, 0)


def steps(count):
    for _ in range(count):
        yield None


@defer.inlineCallbacks
def seconds(work):
    while not work.empty():
        for _ in range(work.get()):
            yield task.deferLater(reactor, 1)


@defer.inlineCallbacks
def ex4():
    for _ in range(n):
        work = queue.Queue()
        for count in (15, 10, 5, 2):
            work.put(count)
        yield defer.DeferredList([seconds(work), seconds(work)])


def cooperate():
    cooperator = task.Cooperator()
    return defer.DeferredList([cooperator.coiterate(steps(one)), cooperator.coiterate(steps(two))])


@defer.inlineCallbacks
def http():
    from twisted.web.client import Agent, HTTPConnectionPool, readBody

    pool = HTTPConnectionPool(reactor)
    pool.maxPersistentPerHost = n
    agent = Agent(reactor, pool=pool)

    @defer.inlineCallbacks
    def get():
        response = yield agent.request(b"GET", url.encode())
        check((yield readBody(response)))

    for part in "http-cold", "http-warm":
        with Measured(system, version, part):
            yield defer.gatherResults([get() for _ in range(n)])


@defer.inlineCallbacks
def main():
    if bench == "http":
        yield http()
        return
    with Measured(system, version):
        if system == "twisted-cooperator":
            yield cooperate()
        elif bench == "switch":
            yield defer.DeferredList([ticks(one), ticks(two)])
        elif bench in ("sleep", "spawn"):
            delay = 1 if bench == "sleep" else 0
            yield defer.DeferredList([task.deferLater(reactor, delay) for _ in range(n)])
        else:
            yield ex4()


def start():
    main().addErrback(lambda failure: failure.printTraceback()).addBoth(lambda _: reactor.stop())


reactor.callWhenRunning(start)
reactor.run()
