"""asyncio, and the same on uvloop's event loop."""

import asyncio
import queue

from measured import Measured, bench, check, n, one, python, system, two, url

if system == "uvloop":
    import uvloop

    uvloop.install()
    version = f"uvloop {uvloop.__version__}, {python()}"
else:
    version = python()


async def yields(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def no_op():
    pass


async def seconds(work):
    while not work.empty():
        for _ in range(work.get()):
            await asyncio.sleep(1)


async def ex4():
    for _ in range(n):
        work = queue.Queue()
        for count in (15, 10, 5, 2):
            work.put(count)
        await asyncio.gather(seconds(work), seconds(work))


async def http():
    import aiohttp

    async def get(session):
        async with session.get(url) as response:
            check(await response.read())

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        for part in "http-cold", "http-warm":
            with Measured(system, f"aiohttp {aiohttp.__version__}, {version}", part):
                await asyncio.gather(*[get(session) for _ in range(n)])


async def main():
    if bench == "http":
        return await http()
    with Measured(system, version):
        if bench == "switch":
            await asyncio.gather(yields(one), yields(two))
        elif bench == "sleep":
            await asyncio.gather(*[asyncio.sleep(1) for _ in range(n)])
        elif bench == "spawn":
            await asyncio.gather(*[no_op() for _ in range(n)])
        else:
            await ex4()


asyncio.run(main())
