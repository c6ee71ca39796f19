import { javaRuntime } from './java/java-runtime.ts';

export const runtime = javaRuntime({
  id: 'java-virtual-threads',
  title: 'Java (virtual threads)',
  mainClass: 'VirtualThreads',
});
