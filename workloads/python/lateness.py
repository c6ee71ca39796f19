"""How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is within 2.2 %."""

from __future__ import annotations

from itertools import accumulate
from math import log2

STEPS = 16
OCTAVES = 32  # up to 71 minutes

counters = [0] * (STEPS * OCTAVES)


def count_lateness(seconds: float) -> None:
    """Counts a task that woke this long after it was due. Earlier counts as on time."""
    counters[int(STEPS * log2(max(seconds * 1e6, 1)))] += 1


def lateness() -> dict[str, float]:
    """The facts of `finished`: the median, the 99th percentile and the maximum; nothing if no task was counted."""
    total = sum(counters)
    if total == 0:
        return {}
    return {
        "lateness_p50": quantile(0.5 * total),
        "lateness_p99": quantile(0.99 * total),
        "lateness_max": quantile(total),
    }


def quantile(rank: float) -> float:
    """The middle of the range that holds the task of this rank."""
    step = next(step for step, counted in enumerate(accumulate(counters)) if counted >= rank)
    return 2 ** ((step + 0.5) / STEPS) / 1e6
