"""The contract with the harness: parses arguments, reports checkpoints and counts tasks."""

from __future__ import annotations

import os
import sys
import tracemalloc

from lateness import lateness

workload = sys.argv[1]
tasks = int(sys.argv[2])
parameters = {key: float(value) for key, value in (pair.split("=") for pair in sys.argv[3:])}


def checkpoint(name: str, **facts: float) -> None:
    """Reports a checkpoint, then blocks while the harness reads the program's memory."""
    words = "".join(f" {key}={value}" for key, value in facts.items())
    print(f"checkpoint {name}{words}", flush=True)
    if not sys.stdin.readline():
        os._exit(3)  # stdin is closed: the harness is gone; sys.exit() would wait for threads


class Count:
    """Every task calls enter() first and leave() last. Plain ints suffice: one thread runs all tasks."""

    def __init__(self) -> None:
        self.started = self.finished = self.live_peak = 0

    def enter(self) -> None:
        self.started += 1
        self.live_peak = max(self.live_peak, self.live())

    def leave(self) -> None:
        self.finished += 1

    def live(self) -> int:
        return self.started - self.finished


count = Count()


def finish(**facts: float) -> None:
    """Reports the last checkpoint, with the task counts as proof of the work."""
    checkpoint(
        "finished",
        started=count.started,
        finished=count.finished,
        live_peak=count.live_peak,
        **lateness(),
        **facts,
    )


def heap() -> dict[str, int]:
    """With `heap=1`, the heap size that tracemalloc reports; otherwise nothing."""
    if not parameters.get("heap"):
        return {}
    if not tracemalloc.is_tracing():
        tracemalloc.start()
    return {"heap_bytes": tracemalloc.get_traced_memory()[0]}
