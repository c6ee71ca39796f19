import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * What a concurrent task costs in Java: a virtual thread or an OS thread. The code is the same for both; VirtualThreads and
 * PlatformThreads choose the factory.
 */
final class Tasks {
    private final ThreadFactory threads;
    private final Contract.Request request;

    private Tasks(ThreadFactory threads, Contract.Request request) {
        this.threads = threads;
        this.request = request;
    }

    static void run(ThreadFactory threads, String[] arguments) throws Exception {
        var tasks = new Tasks(threads, Contract.Request.parse(arguments));
        switch (tasks.request.workload()) {
            case "sleep" -> tasks.sleep();
            case "warm-sleep" -> tasks.warmSleep();
            case "lateness" -> tasks.lateness();
            case "footprint" -> tasks.footprint();
            case "timer" -> tasks.timer();
            case "spawn" -> tasks.spawn();
            case "spawn-backlog" -> tasks.spawnBacklog();
            case "spawn-join" -> tasks.spawnJoin();
            default -> throw new IllegalArgumentException("unknown workload " + tasks.request.workload());
        }
    }

    private void sleep() throws IOException, InterruptedException {
        long pauseMillis = request.millis("seconds");
        hold(allStarted -> sleeper(allStarted, pauseMillis, 1));
        Contract.checkpoint("finished", Contract.proof());
    }

    /** The same after the JVM has run, and so compiled, what a task does: in rounds, since it compiles in the background. */
    private void warmSleep() throws IOException, InterruptedException {
        for (int left = request.count("warmup"); left > 0; left -= 100) {
            int round = Math.min(left, 100);
            drain(create(round, sleeper(new CountDownLatch(round), 10, 1)));
        }
        Contract.reset();
        sleep();
    }

    /** Threads that note when they are due, and count how late they wake. */
    private void lateness() throws IOException, InterruptedException {
        long pauseMillis = request.millis("seconds");
        long extraMillis = request.millis("extra");
        hold(allStarted -> () -> {
            Contract.enter();
            allStarted.countDown();
            long due = System.nanoTime() + MILLISECONDS.toNanos(pauseMillis);
            sleep(pauseMillis + extraMillis);
            Lateness.count(System.nanoTime() - due);
            Contract.leave();
        });
        Contract.checkpoint("finished", Contract.proof(), Lateness.facts(request.tasks()));
    }

    private void footprint() throws IOException, InterruptedException {
        long pauseMillis = request.millis("pause");
        int laps = request.count("laps");
        hold(allStarted -> sleeper(allStarted, pauseMillis, laps));
        Contract.checkpoint("finished", Contract.proof());
    }

    private static Runnable sleeper(CountDownLatch allStarted, long pauseMillis, int laps) {
        return () -> {
            Contract.enter();
            allStarted.countDown();
            for (int lap = 0; lap < laps; lap++) sleep(pauseMillis);
            Contract.leave();
        };
    }

    /** N threads, all asleep at once. */
    private void hold(Function<CountDownLatch, Runnable> task) throws IOException, InterruptedException {
        Contract.checkpoint("ready", request.heap());
        var allStarted = new CountDownLatch(request.tasks());
        long start = System.nanoTime();
        var tasks = create(request.tasks(), task.apply(allStarted));
        allStarted.await();
        var created = Contract.secondsSince(start);
        Contract.checkpoint("parked", Contract.live(), created, request.heap());
        drain(tasks);
    }

    /** N timers of a scheduler, without a thread for each. One thread runs a short callback when each fires. */
    private void timer() throws IOException, InterruptedException {
        Contract.checkpoint("ready");
        var allFired = new CountDownLatch(request.tasks());
        Runnable fire = allFired::countDown;
        long start = System.nanoTime();
        try (var scheduler = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < request.tasks(); i++) {
                scheduler.schedule(fire, request.millis("seconds"), MILLISECONDS);
            }
            Contract.checkpoint("parked", " live=" + allFired.getCount(), Contract.secondsSince(start));
            allFired.await();
        }
        long finished = request.tasks() - allFired.getCount();
        Contract.checkpoint("finished", " started=" + request.tasks(), " finished=" + finished);
    }

    /** A task that only counts itself. */
    private static void noop() {
        Contract.enter();
        Contract.leave();
    }

    /** The time to start threads. Other CPUs run them immediately, so some finish before the clock stops. */
    private void spawn() throws IOException, InterruptedException {
        Contract.checkpoint("ready");
        long start = System.nanoTime();
        var tasks = create(request.tasks(), Tasks::noop);
        Contract.checkpoint("created", Contract.secondsSince(start));
        drain(tasks);
        Contract.checkpoint("finished", Contract.proof());
    }

    /** The same, with a backlog of threads waiting at a gate; without it, they would finish at once. */
    private void spawnBacklog() throws IOException, InterruptedException {
        Contract.checkpoint("ready");
        int backlog = request.count("backlog");
        var gate = new CountDownLatch(1);
        var waiting = create(backlog, () -> {
            await(gate);
            noop();
        });
        Contract.checkpoint("queued", Contract.queued(backlog));
        long start = System.nanoTime();
        var tasks = create(request.tasks(), Tasks::noop);
        Contract.checkpoint("created", Contract.secondsSince(start));
        gate.countDown();
        drain(waiting);
        drain(tasks);
        Contract.checkpoint("finished", Contract.proof());
    }

    /** The time to start threads and wait for all of them. */
    private void spawnJoin() throws IOException, InterruptedException {
        Contract.checkpoint("ready");
        long start = System.nanoTime();
        drain(create(request.tasks(), Tasks::noop));
        var elapsed = Contract.secondsSince(start);
        Contract.checkpoint("finished", Contract.proof(), elapsed);
    }

    private List<Thread> create(int n, Runnable task) {
        var tasks = new ArrayList<Thread>(n);
        for (int i = 0; i < n; i++) {
            var thread = threads.newThread(task);
            thread.start();
            tasks.add(thread);
        }
        return tasks;
    }

    private static void drain(List<Thread> tasks) throws InterruptedException {
        for (var task : tasks) task.join();
    }

    /** Wraps the checked exception, which a lambda cannot throw. Tasks are never interrupted. */
    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
