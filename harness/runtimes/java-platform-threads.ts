import { javaRuntime } from '../provision/java-runtime.ts';
import { threadLimit } from '../provision/thread-limit.ts';

export const runtime = javaRuntime({
  id: 'java-platform-threads',
  title: 'Java (platform threads)',
  lacks: { timer: 'the same scheduler serves both kinds of thread: see java-virtual-threads' },
  limit: threadLimit,
  mainClass: 'PlatformThreads',
});
