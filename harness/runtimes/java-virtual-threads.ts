import { javaRuntime } from './java/java-runtime.ts';

export const runtime = javaRuntime({
  id: 'java-virtual-threads',
  title: 'Java (virtual threads)',
  mainClass: 'VirtualThreads',
  variants: [
    {
      name: 'serial',
      sets: '-XX:+UseSerialGC',
      why: 'how much of the memory is that of the collector, which is G1 on a machine with two processors or more?',
      flags: ['-XX:+UseSerialGC'],
    },
    {
      name: 'compact',
      sets: '-XX:+UseCompactObjectHeaders',
      why: 'how much of the memory is headers of objects (JEP 519)?',
      needs: '>=25',
      flags: ['-XX:+UseCompactObjectHeaders'],
    },
  ],
});
