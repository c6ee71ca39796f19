"""What a concurrent task costs in Python in an asyncio.TaskGroup, which awaits and cancels its tasks together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import perf_counter

from contract import checkpoint, count, finish, heap, parameters, tasks, workload
from tasks import lapper, noop, punctual, sleeper


async def hold(task: Callable[[], Coroutine[None, None, None]]) -> None:
    """N tasks in one group, all asleep at once."""
    checkpoint("ready", **heap())
    start = perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(task())
        await asyncio.sleep(0)  # one iteration of the loop: every task runs to its first sleep
        created = perf_counter() - start
        checkpoint("parked", live=count.live(), seconds=created, **heap())
    finish()


async def spawn() -> None:
    """The time to create tasks in a group: the clock stops before any of them runs."""
    checkpoint("ready")
    start = perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(noop())
        checkpoint("created", seconds=perf_counter() - start)
    finish()


async def spawn_backlog() -> None:
    """The same, with `backlog` tasks of the group already queued in the loop."""
    checkpoint("ready")
    async with asyncio.TaskGroup() as group:
        backlog = int(parameters["backlog"])
        for _ in range(backlog):
            group.create_task(noop())
        checkpoint("queued", started=backlog, finished=count.finished)
        start = perf_counter()
        for _ in range(tasks):
            group.create_task(noop())
        checkpoint("created", seconds=perf_counter() - start)
    finish()


async def spawn_join() -> None:
    """The time to create tasks and wait for all of them."""
    checkpoint("ready")
    start = perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(noop())
    finish(seconds=perf_counter() - start)


async def sleep() -> None:
    seconds = parameters["seconds"]
    await hold(lambda: sleeper(seconds))


async def lateness() -> None:
    seconds, extra = parameters["seconds"], parameters["extra"]
    await hold(lambda: punctual(seconds, extra))


async def footprint() -> None:
    pause, laps = parameters["pause"], int(parameters["laps"])
    await hold(lambda: lapper(pause, laps))


workloads = {
    "sleep": sleep,
    "lateness": lateness,
    "spawn": spawn,
    "spawn-backlog": spawn_backlog,
    "spawn-join": spawn_join,
    "footprint": footprint,
}
asyncio.run(workloads[workload]())
