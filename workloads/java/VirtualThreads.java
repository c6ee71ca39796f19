/** Runs the workloads of Tasks on virtual threads, which the JVM schedules on a few OS threads. */
final class VirtualThreads {
    public static void main(String[] arguments) throws Exception {
        Tasks.run(Thread.ofVirtual().factory(), arguments);
    }
}
