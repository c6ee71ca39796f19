import { expect, test } from 'vitest';
import { parseHyperfineMemory } from './hyperfine-json.ts';

test('the memory of each command, as 1.20 writes it', () => {
  const results = [
    { command: 'large', times: [1.2], memory_usage_byte: [1_048_576] },
    { command: 'small', times: [0.1, 0.2], memory_usage_byte: [2048, 4096] },
  ];
  expect(parseHyperfineMemory(JSON.stringify({ results }))).toEqual([1_048_576, 4096]);
});

test('the memory of each command, as 2.0 writes it', () => {
  const summary = { memory_peak_resident: { unit: 'byte', count: 2, max: 4096 } };
  expect(parseHyperfineMemory(JSON.stringify({ results: [{ summary }] }))).toEqual([4096]);
});

test('an old hyperfine reports none', () => {
  const results = [{ command: 'large', times: [1.2], exit_codes: [0] }];
  expect(parseHyperfineMemory(JSON.stringify({ results }))).toEqual([null]);
});

test('what is not its JSON is an error', () => {
  expect(() => parseHyperfineMemory('{}')).toThrow();
});
