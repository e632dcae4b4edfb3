"""Runs scenarios, each in a process of its own, and keeps the lines that each prints."""

import json
import platform
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STEP = 50

# How much longer everything takes than it says, so that a machine with other work to do does not show in the data.
SLOWNESS = 4

_SCENARIOS = {}
_START = time.monotonic()


class Boom(Exception):
    """What goes wrong in the scenarios."""


def scenario(name):
    """Makes a function the scenario that shows the rule in `name`."""

    def add(function):
        assert name not in _SCENARIOS, name
        _SCENARIOS[name] = function

    return add


def say(*words):
    """Prints one line, in words that do not belong to one language."""
    print(*map(text, words), flush=True)


def text(value):
    if value is None:
        return "nothing"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(text, value)) + "]"
    if hasattr(value, "getErrorMessage"):
        return f"failure {text(value.value)}"
    if isinstance(value, Boom):
        return f"Boom {value}"
    if hasattr(value, "subFailure"):
        return f"{type(value).__name__} {value.index} {text(value.subFailure.value)}"
    if isinstance(value, BaseException):
        return type(value).__name__
    return str(value)


def attempt(function, *arguments, **keywords):
    """Says what a call returns or raises."""
    try:
        say("returned", function(*arguments, **keywords))
    except BaseException as error:
        say("raised", error)


def ms(milliseconds):
    """A time to wait, in the seconds that gevent takes."""
    return milliseconds * SLOWNESS / 1000


def in_ms(seconds):
    return round(seconds * 1000 / SLOWNESS)


def elapsed():
    """Milliseconds since the start, in whole steps: a wait is never shorter than asked for, only longer."""
    return f"{in_ms(time.monotonic() - _START + ms(1)) // STEP * STEP} ms"


def restart():
    """Has elapsed() count from now."""
    global _START
    _START = time.monotonic()


def main(file, **versions):
    """Runs the scenario that the command line names; without one, runs all and writes the data file."""
    if len(sys.argv) > 1:
        restart()
        _SCENARIOS[sys.argv[1]]()
        return
    with ThreadPoolExecutor(2) as pool:
        prints = list(pool.map(lambda name: _prints(file, name), _SCENARIOS))
    data = {
        "versions": {"python": platform.python_version(), **versions},
        "scenarios": [{"name": name, "prints": lines} for name, lines in zip(_SCENARIOS, prints)],
    }
    target = Path(file).with_name(Path(file).name.replace("_scenarios.py", ".json"))
    target.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(prints)} scenarios")


def _prints(file, name):
    run = subprocess.run([sys.executable, file, name], capture_output=True, text=True, timeout=30)
    if run.returncode != 0:
        raise SystemExit(f"{name}: {run.stdout}{run.stderr}")
    return run.stdout.splitlines()
