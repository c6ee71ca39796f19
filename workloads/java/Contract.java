import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The contract with the harness: parses arguments, reports checkpoints and counts tasks. */
final class Contract {
    private Contract() {}

    /** The arguments of the program: WORKLOAD TASKS [key=value ...]. */
    record Request(String workload, int tasks, Map<String, Double> parameters) {
        static Request parse(String[] arguments) {
            var parameters = Arrays.stream(arguments)
                    .skip(2)
                    .map(pair -> pair.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
            return new Request(arguments[0], Integer.parseInt(arguments[1]), parameters);
        }

        int count(String key) {
            return parameters.get(key).intValue();
        }

        long millis(String key) {
            return Math.round(parameters.get(key) * 1000);
        }

        /** With heap=1, the size of the live objects that the JVM reports; otherwise nothing. */
        String heap() {
            if (parameters.getOrDefault("heap", 0.0) == 0) return "";
            System.gc(); // its account includes garbage
            var runtime = Runtime.getRuntime();
            return " heap_bytes=" + (runtime.totalMemory() - runtime.freeMemory());
        }
    }

    /** Reports a checkpoint, then blocks this thread while the harness reads the program's memory. */
    static void checkpoint(String name, String... facts) throws IOException {
        System.out.println("checkpoint " + name + String.join("", facts));
        if (System.in.read() == -1) System.exit(3); // stdin is closed: the harness is gone
    }

    static String secondsSince(long startNanos) {
        return " seconds=" + (System.nanoTime() - startNanos) / 1e9;
    }

    private static final AtomicInteger started = new AtomicInteger();
    private static final AtomicInteger finished = new AtomicInteger();
    private static final AtomicInteger livePeak = new AtomicInteger();

    /** Every task calls enter() first and leave() last. Atomic, because tasks run on several threads. */
    static void enter() {
        int live = started.incrementAndGet() - finished.get();
        livePeak.accumulateAndGet(live, Math::max);
    }

    static void leave() {
        finished.incrementAndGet();
    }

    /** Forgets the tasks so far, which have all finished. */
    static void reset() {
        for (var count : List.of(started, finished, livePeak)) count.set(0);
    }

    static String live() {
        return " live=" + (started.get() - finished.get());
    }

    /** The facts of "queued": the backlog is created and waits. */
    static String queued(int backlog) {
        return " started=" + backlog + " finished=" + finished.get();
    }

    /** The task counts, reported at "finished" as proof of the work. */
    static String proof() {
        return " started=" + started.get() + " finished=" + finished.get() + " live_peak=" + livePeak.get();
    }
}
