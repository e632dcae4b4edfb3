"""gevent; as `greenlet-python`, two bare greenlets that switch to each other without gevent's hub."""

from measured import Measured, bench, check, n, one, python, system, two, url

if bench == "http":
    from gevent import monkey

    monkey.patch_all()

import gevent
import greenlet
from gevent.queue import Queue

version = f"gevent {gevent.__version__}, {python()}"


def yields(count):
    for _ in range(count):
        gevent.sleep(0)


def no_op():
    pass


def bare_switches():
    def ping():
        for _ in range(one):
            b.switch()

    def pong():
        while True:
            a.switch()

    a, b = greenlet.greenlet(ping), greenlet.greenlet(pong)
    with Measured(system, f"greenlet {greenlet.__version__}, {python()}"):
        a.switch()


def seconds(work):
    while not work.empty():
        for _ in range(work.get()):
            gevent.sleep(1)


def ex4():
    for _ in range(n):
        work = Queue(items=(15, 10, 5, 2))
        gevent.joinall([gevent.spawn(seconds, work), gevent.spawn(seconds, work)])


def http():
    import requests

    session = requests.Session()
    session.mount("http://", requests.adapters.HTTPAdapter(pool_connections=1, pool_maxsize=n))
    for part in "http-cold", "http-warm":
        with Measured("gevent", f"requests {requests.__version__}, {version}", part):
            gets = [gevent.spawn(lambda: check(session.get(url).content)) for _ in range(n)]
            gevent.joinall(gets, raise_error=True)


if system == "greenlet-python":
    bare_switches()
elif bench == "http":
    http()
else:
    with Measured("gevent", version):
        if bench == "switch":
            gevent.joinall([gevent.spawn(yields, one), gevent.spawn(yields, two)])
        elif bench == "sleep":
            gevent.joinall([gevent.spawn(gevent.sleep, 1) for _ in range(n)])
        elif bench == "spawn":
            gevent.joinall([gevent.spawn(no_op) for _ in range(n)])
        else:
            ex4()
