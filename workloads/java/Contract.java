import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The harness's side of the conversation: arguments in, checkpoints out, tasks counted. */
final class Contract {
    private Contract() {}

    /** What to run, how many tasks, and the workload's parameters: PROGRAM WORKLOAD TASKS [key=value ...]. */
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

        /** Java's own account of its heap, or nothing unless heap=1 asked for it. */
        String heap() {
            if (parameters.getOrDefault("heap", 0.0) == 0) return "";
            var runtime = Runtime.getRuntime();
            return " heap_bytes=" + (runtime.totalMemory() - runtime.freeMemory());
        }
    }

    /** Says where the program is, then blocks this thread until the harness has read the program's memory. */
    static void checkpoint(String name, String... facts) throws IOException {
        System.out.println("checkpoint " + name + String.join("", facts));
        if (System.in.read() == -1) System.exit(3); // stdin closed: nobody is measuring any more
    }

    static String secondsSince(long startNanos) {
        return " seconds=" + (System.nanoTime() - startNanos) / 1e9;
    }

    private static final AtomicInteger started = new AtomicInteger();
    private static final AtomicInteger finished = new AtomicInteger();
    private static final AtomicInteger livePeak = new AtomicInteger();

    /** Every task calls enter() first and leave() last. Tasks run on several threads, hence atomics. */
    static void enter() {
        int live = started.incrementAndGet() - finished.get();
        livePeak.accumulateAndGet(live, Math::max);
    }

    static void leave() {
        finished.incrementAndGet();
    }

    static String live() {
        return " live=" + (started.get() - finished.get());
    }

    /** What "queued" tells of a backlog that was created and waits. */
    static String queued(int backlog) {
        return " started=" + backlog + " finished=" + finished.get();
    }

    /** The proof that "finished" carries. */
    static String proof() {
        return " started=" + started.get() + " finished=" + finished.get() + " live_peak=" + livePeak.get();
    }
}
