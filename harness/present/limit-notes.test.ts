import { expect, test } from 'vitest';
import type { RuntimeRow } from '../results/tables/runtimes.ts';
import { limitNotes } from './limit-notes.ts';

function runtimeRowOf(runtime: string, limit: number | null): RuntimeRow {
  return {
    runtime_id: `${runtime}@1.0.0`,
    runtime,
    variant: null,
    version: '1.0.0',
    executable_sha256: '0',
    source: 'a test',
    command: runtime,
    raised_limit: null,
    task_limit: limit,
    task_limit_reason: limit === null ? null : 'each task is a thread',
  };
}

const runtimes = [runtimeRowOf('go', null), runtimeRowOf('a', 500), runtimeRowOf('b', 500)];
const rowsOf = (...ids: string[]) =>
  ids.map((id) => ({ runtimeId: `${id}@1.0.0`, cells: [], cost: undefined, beside: undefined }));

test('runtimes with the same limit share a note', () => {
  expect(limitNotes(runtimes, { sizes: [1, 1000], rows: rowsOf('go', 'a', 'b') })).toEqual([
    '— a, b: at most 500 tasks: each task is a thread.',
  ]);
});

test('a limit that no size exceeds, or of a runtime that is not shown, is not mentioned', () => {
  expect(limitNotes(runtimes, { sizes: [1, 500], rows: rowsOf('go', 'a', 'b') })).toEqual([]);
  expect(limitNotes(runtimes, { sizes: [1, 1000], rows: rowsOf('go') })).toEqual([]);
});
