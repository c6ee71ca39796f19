import { threadLimit } from '../kernel/thread-limit.ts';
import { javaRuntime } from './java/java-runtime.ts';

export const runtime = javaRuntime({
  id: 'java-platform-threads',
  title: 'Java (platform threads)',
  lacks: { timer: 'the same scheduler serves both kinds of thread: see java-virtual-threads' },
  limit: threadLimit,
  mainClass: 'PlatformThreads',
});
