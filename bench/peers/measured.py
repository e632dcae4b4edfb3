"""What the Python peers share: the command line `BENCH N [SYSTEM [URL]]`, and a line of JSON for each measurement."""

import json
import re
import sys
import time

bench, n = sys.argv[1], int(sys.argv[2])
system = sys.argv[3] if len(sys.argv) > 3 else ""
url = sys.argv[4] if len(sys.argv) > 4 else ""
one, two = n - n // 2, n // 2
IDEAL = {"sleep": 1.0, "http-cold": 0.2, "http-warm": 0.2, "ex4": 17.0 * n}
BODY_BYTES = 1024


class Measured:
    """Prints how long the block took: `with Measured("asyncio", "3.11"): ...`."""

    def __init__(self, system, version, bench=bench):
        self.system, self.version, self.bench = system, version, bench

    def __enter__(self):
        self.cpu, self.start = time.process_time(), time.perf_counter()

    def __exit__(self, error, *_):
        seconds, cpu = time.perf_counter() - self.start, time.process_time() - self.cpu
        if error is None:
            print(json.dumps({
                "system": self.system, "bench": self.bench, "n": n,
                "seconds": round(seconds, 6), "cpu_s": round(cpu, 6),
                "per_item_ns": round((seconds - IDEAL.get(self.bench, 0.0)) * 1e9 / n, 1),
                "peak_rss_mb": round(peak_kb() / 1024, 1),
                "version": self.version,
            }), flush=True)


def peak_kb():
    # What getrusage tells may be the peak of the process that started this one.
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1))


def check(body):
    if len(body) != BODY_BYTES:
        raise ValueError(f"a page of {len(body)} bytes instead of {BODY_BYTES} came back")


def python():
    return "Python " + sys.version.split()[0]
