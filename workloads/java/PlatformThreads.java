/** The workloads of Tasks on platform threads: each is a thread of the operating system. */
final class PlatformThreads {
    public static void main(String[] arguments) throws Exception {
        Tasks.run(Thread.ofPlatform().factory(), arguments);
    }
}
