"""Python's generators in the loop of the article's example 2, which here drops a finished task without skipping one."""

from measured import Measured, bench, n, one, python, two


def steps(count):
    for _ in range(count):
        yield


def run(tasks):
    while tasks:
        tasks = [task for task in tasks if next(task, True) is None]


with Measured("generators", python()):
    run([steps(one), steps(two)] if bench == "switch" else [steps(1) for _ in range(n)])
