import { expect, test } from 'vitest';
import { chargedMemory } from './charged-memory.ts';

const read = (files: Record<string, string>) => (file: string) => files[file];

test('version 1: kernel memory and network buffers have files of their own; memory files are no cache', () => {
  const files = {
    'memory.usage_in_bytes': '1000000\n',
    'memory.kmem.usage_in_bytes': '200000\n',
    'memory.kmem.tcp.usage_in_bytes': '4096\n',
    'memory.stat': 'cache 1\nrss 2\ntotal_cache 300000\ntotal_rss 5\ntotal_shmem 100000\n',
  };
  expect(chargedMemory(1, read(files))).toEqual({
    chargedBytes: 1000000,
    kernelBytes: 200000,
    pageCacheBytes: 200000,
    socketBytes: 4096,
  });
});

test('version 2: all of it stands in memory.stat', () => {
  const files = {
    'memory.current': '1000000\n',
    'memory.stat': 'anon 500000\nfile 300000\nkernel 150000\nsock 4096\nshmem 100000\n',
  };
  expect(chargedMemory(2, read(files))).toEqual({
    chargedBytes: 1000000,
    kernelBytes: 150000,
    pageCacheBytes: 200000,
    socketBytes: 4096,
  });
});

test('what an older kernel does not tell is unknown, and a group that is gone has no account', () => {
  const old = { 'memory.current': '1000\n', 'memory.stat': 'anon 500\nfile 300\nshmem 100\n' };
  expect(chargedMemory(2, read(old))).toMatchObject({ kernelBytes: null, socketBytes: null });
  expect(chargedMemory(1, read({}))).toBeUndefined();
});
