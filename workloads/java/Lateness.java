import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How late tasks wake, in counters whose ranges grow: 16 for each factor of 2, from 1 µs on. A counter is within 2.2 %.
 */
final class Lateness {
    private Lateness() {}

    private static final int STEPS = 16;
    private static final int OCTAVES = 32; // up to 71 minutes

    private static final AtomicIntegerArray counters = new AtomicIntegerArray(STEPS * OCTAVES);

    /** Counts a task that woke this long after it was due. Earlier counts as on time. */
    static void count(long nanos) {
        double microseconds = Math.max(nanos / 1e3, 1);
        counters.incrementAndGet((int) (STEPS * Math.log(microseconds) / Math.log(2)));
    }

    /** The median, the 99th percentile and the maximum, reported at "finished". */
    static String facts(int tasks) {
        return " lateness_p50=" + quantile(0.5 * tasks) + " lateness_p99=" + quantile(0.99 * tasks)
                + " lateness_max=" + quantile(tasks);
    }

    /** The middle of the range that holds the task of this rank, in seconds. */
    private static double quantile(double rank) {
        int step = 0;
        for (int counted = counters.get(0); counted < rank; counted += counters.get(step)) step++;
        return Math.pow(2, (step + 0.5) / STEPS) / 1e6;
    }
}
