import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { continueJournal } from './journal.ts';

const path = join(mkdtempSync(join(tmpdir(), 'tasktax-')), 'journal.jsonl');
const text = { suite: 's', machine: 'm', runtimes: 'r', plan: 'p', harness: 'h', limits: 'l' };
const head = { comparisonId: 's-1', createdAt: '2026-01-01T00:00:00.000Z', identity: text };

test('a head comes back', () => {
  writeFileSync(path, `${JSON.stringify(head)}\n`);
  expect(continueJournal(path).head).toEqual(head);
});

test.each([
  ['without an identity', { ...head, identity: null }],
  ['with half an identity', { ...head, identity: { suite: 's' } }],
  ['with an id that leads elsewhere', { ...head, comparisonId: '../../x' }],
  ['with a day that is none', { ...head, createdAt: 'today' }],
])('a head %s is damaged', (_, damaged) => {
  writeFileSync(path, `${JSON.stringify(damaged)}\n`);
  expect(() => continueJournal(path)).toThrow('line 1 is damaged');
});
