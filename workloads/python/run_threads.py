"""What a concurrent task costs in Python as an OS thread. The interpreter runs one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from time import perf_counter, sleep

from contract import checkpoint, count, finish, heap, parameters, tasks, workload
from lateness import count_lateness

counting = Lock()  # a thread may be interrupted between reading and writing a number
all_started = Event()


def enter() -> None:
    with counting:
        count.enter()
        is_last = count.started == tasks
    if is_last:
        all_started.set()


def leave() -> None:
    with counting:
        count.leave()


def sleeper(pause: float, laps: int) -> None:
    enter()
    for _ in range(laps):
        sleep(pause)
    leave()


def punctual(seconds: float, extra: float) -> None:
    enter()
    due = perf_counter() + seconds
    sleep(seconds + extra)
    late = perf_counter() - due
    with counting:
        count_lateness(late)
    leave()


def noop() -> None:
    enter()
    leave()


def hold(task: Callable[[], None]) -> None:
    """N threads, all asleep at once."""
    checkpoint("ready", **heap())
    start = perf_counter()
    threads = create(tasks, task)
    all_started.wait()
    created = perf_counter() - start
    checkpoint("parked", live=count.live(), seconds=created, **heap())
    drain(threads)
    finish()


def sleep_laps(pause: float, laps: int) -> None:
    hold(lambda: sleeper(pause, laps))


def lateness() -> None:
    """Threads that note when they are due, and count how late they wake."""
    seconds, extra = parameters["seconds"], parameters["extra"]
    hold(lambda: punctual(seconds, extra))


def spawn() -> None:
    """The time to start threads. They run immediately, so many finish before the clock stops."""
    checkpoint("ready")
    start = perf_counter()
    threads = create(tasks, noop)
    checkpoint("created", seconds=perf_counter() - start)
    drain(threads)
    finish()


def spawn_backlog() -> None:
    """The same, with `backlog` threads waiting at a gate; without it, they would finish at once."""
    checkpoint("ready")
    gate = Event()

    def waiter() -> None:
        gate.wait()
        noop()

    waiting = create(int(parameters["backlog"]), waiter)
    checkpoint("queued", started=len(waiting), finished=count.finished)
    start = perf_counter()
    threads = create(tasks, noop)
    checkpoint("created", seconds=perf_counter() - start)
    gate.set()
    drain(waiting)
    drain(threads)
    finish()


def spawn_join() -> None:
    """The time to start threads and wait for all of them."""
    checkpoint("ready")
    start = perf_counter()
    drain(create(tasks, noop))
    finish(seconds=perf_counter() - start)


def create(n: int, target: Callable[[], None]) -> list[Thread]:
    threads = [Thread(target=target) for _ in range(n)]
    for thread in threads:
        thread.start()
    return threads


def drain(threads: list[Thread]) -> None:
    for thread in threads:
        thread.join()


workloads = {
    "sleep": lambda: sleep_laps(parameters["seconds"], 1),
    "lateness": lateness,
    "footprint": lambda: sleep_laps(parameters["pause"], int(parameters["laps"])),
    "spawn": spawn,
    "spawn-backlog": spawn_backlog,
    "spawn-join": spawn_join,
}
workloads[workload]()
