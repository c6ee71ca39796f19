/** The workloads of Tasks on virtual threads: scheduled by the Java runtime on a few threads of the system. */
final class VirtualThreads {
    public static void main(String[] arguments) throws Exception {
        Tasks.run(Thread.ofVirtual().factory(), arguments);
    }
}
