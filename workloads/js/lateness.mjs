// How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is within 2.2 %.
const STEPS = 16;
const counters = [];

/** Counts a task that woke this many seconds after it was due. Earlier counts as on time. */
export function countLateness(seconds) {
  const step = Math.floor(STEPS * Math.log2(Math.max(seconds * 1e6, 1)));
  counters[step] = (counters[step] ?? 0) + 1;
}

/** The facts of `finished`: the median, the 99th percentile and the maximum; nothing if no task was counted. */
export function lateness() {
  const total = counters.reduce((sum, count) => sum + count, 0);
  if (total === 0) return {};
  return {
    lateness_p50: quantile(0.5 * total),
    lateness_p99: quantile(0.99 * total),
    lateness_max: quantile(total),
  };
}

// The middle of the range that holds the task of this rank.
function quantile(rank) {
  let counted = 0;
  const step = counters.findIndex((count = 0) => {
    counted += count;
    return counted >= rank;
  });
  return 2 ** ((step + 0.5) / STEPS) / 1e6;
}
