"""The harness's side of the conversation: arguments in, checkpoints out, tasks counted."""

import os
import sys
import tracemalloc

workload = sys.argv[1]
tasks = int(sys.argv[2])
parameters = {key: float(value) for key, value in (pair.split("=") for pair in sys.argv[3:])}


def checkpoint(name: str, **facts: float) -> None:
    """Says where the program is, then blocks until the harness has read its memory."""
    words = "".join(f" {key}={value}" for key, value in facts.items())
    print(f"checkpoint {name}{words}", flush=True)
    if not sys.stdin.readline():
        os._exit(3)  # stdin closed: nobody is measuring any more, and sys.exit() would wait for threads


class Count:
    """Every task calls enter() first and leave() last; one thread runs them all, so plain ints do."""

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
    """The last checkpoint, with the proof of what was done."""
    checkpoint(
        "finished",
        started=count.started,
        finished=count.finished,
        live_peak=count.live_peak,
        **facts,
    )


def heap() -> dict[str, int]:
    """Python's own account of its heap, or nothing unless `heap=1` asked for it."""
    if not parameters.get("heap"):
        return {}
    if not tracemalloc.is_tracing():
        tracemalloc.start()
    return {"heap_bytes": tracemalloc.get_traced_memory()[0]}
