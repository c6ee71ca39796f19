"""What a concurrent task costs in Python: an asyncio task, on asyncio's event loop or uvloop's.

run_asyncio.py and run_uvloop.py call main(); run_taskgroup.py uses the tasks. The contract is in ../README.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import perf_counter

from contract import checkpoint, count, finish, heap, parameters, tasks, workload
from lateness import count_lateness


async def sleeper(seconds: float) -> None:
    count.enter()
    await asyncio.sleep(seconds)
    count.leave()


async def punctual(seconds: float, extra: float) -> None:
    count.enter()
    due = perf_counter() + seconds
    await asyncio.sleep(seconds + extra)
    count_lateness(perf_counter() - due)
    count.leave()


async def lapper(pause: float, laps: int) -> None:
    count.enter()
    for _ in range(laps):
        await asyncio.sleep(pause)
    count.leave()


async def noop() -> None:
    count.enter()
    count.leave()


async def hold(task: Callable[[], Coroutine[None, None, None]]) -> None:
    """N tasks, all asleep at once."""
    checkpoint("ready", **heap())
    start = perf_counter()
    pending = [asyncio.create_task(task()) for _ in range(tasks)]
    await asyncio.sleep(0)  # one iteration of the loop: every task runs to its first sleep
    created = perf_counter() - start
    checkpoint("parked", live=count.live(), seconds=created, **heap())
    await drain(pending)
    finish()


async def sleep() -> None:
    seconds = parameters["seconds"]
    await hold(lambda: sleeper(seconds))


async def lateness() -> None:
    """Tasks that note when they are due, and count how late they wake."""
    seconds, extra = parameters["seconds"], parameters["extra"]
    await hold(lambda: punctual(seconds, extra))


async def footprint() -> None:
    pause, laps = parameters["pause"], int(parameters["laps"])
    await hold(lambda: lapper(pause, laps))


async def timer() -> None:
    """N bare sleeps awaited together. Each becomes a task, as in gather(): asyncio has nothing lighter."""
    seconds = parameters["seconds"]
    checkpoint("ready")
    start = perf_counter()
    timers = [asyncio.ensure_future(asyncio.sleep(seconds, 1)) for _ in range(tasks)]
    await asyncio.sleep(0)
    created = perf_counter() - start
    checkpoint("parked", live=sum(not timer.done() for timer in timers), seconds=created)
    results = await asyncio.gather(*timers)
    checkpoint("finished", started=tasks, finished=sum(results))


async def spawn() -> None:
    """The time to create tasks: the clock stops before any of them runs."""
    checkpoint("ready")
    start = perf_counter()
    pending = [asyncio.create_task(noop()) for _ in range(tasks)]
    checkpoint("created", seconds=perf_counter() - start)
    await drain(pending)
    finish()


async def spawn_backlog() -> None:
    """The same, with `backlog` tasks already queued in the loop."""
    checkpoint("ready")
    waiting = [asyncio.create_task(noop()) for _ in range(int(parameters["backlog"]))]
    checkpoint("queued", started=len(waiting), finished=count.finished)
    start = perf_counter()
    pending = [asyncio.create_task(noop()) for _ in range(tasks)]
    checkpoint("created", seconds=perf_counter() - start)
    await drain(waiting)
    await drain(pending)
    finish()


async def spawn_join() -> None:
    """The time to create tasks and wait for all of them."""
    checkpoint("ready")
    start = perf_counter()
    await asyncio.gather(*[asyncio.create_task(noop()) for _ in range(tasks)])
    finish(seconds=perf_counter() - start)


async def drain(pending: list[asyncio.Task[None]]) -> None:
    """Waits for tasks one by one: gather() would allocate memory for each of them."""
    for task in pending:
        await task


async def main() -> None:
    workloads = {
        "sleep": sleep,
        "lateness": lateness,
        "timer": timer,
        "spawn": spawn,
        "spawn-backlog": spawn_backlog,
        "spawn-join": spawn_join,
        "footprint": footprint,
    }
    await workloads[workload]()
