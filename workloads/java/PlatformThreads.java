/** Runs the workloads of Tasks on platform threads. Each is an OS thread. */
final class PlatformThreads {
    public static void main(String[] arguments) throws Exception {
        Tasks.run(Thread.ofPlatform().factory(), arguments);
    }
}
