import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { UsageError } from '../model/usage-error.ts';
import type { RunRow } from '../results/tables/runs.ts';
import { continueJournal, createJournal, readJournal } from './journal.ts';

const head = {
  comparisonId: 'c',
  createdAt: '2026-01-01T00:00:00.000Z',
  identity: { suite: 's', machine: 'm', runtimes: 'r', plan: 'p', harness: 'h', limits: 'l' },
};

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'tasktax-journal-')), 'journal.jsonl');
});

function rows(position: number, status: RunRow['status'] = 'ok', attempt = 1) {
  const run = runRowWith({ run_id: `c-${position}-${attempt}`, position, status });
  return { run, readings: [], samples: [] };
}

/** Writes a journal of these runs, and leaves it as a killed harness would. */
function write(...runs: readonly ReturnType<typeof rows>[]): string {
  const journal = createJournal(path, head);
  for (const one of runs) journal.append(one);
  journal.close();
  return readFileSync(path, 'utf8');
}

const text = () => readFileSync(path, 'utf8');
const kept = () => continueJournal(path).kept.map(({ run_id }) => run_id);

test('what is appended is read back, in order, and the head with it', () => {
  write(rows(1), rows(2, 'crashed'));
  expect([...readJournal(path)]).toEqual([rows(1), rows(2, 'crashed')]);
  expect(continueJournal(path).head).toEqual(head);
});

describe('continuing a journal whose writer was killed', () => {
  test('a torn last line is dropped, and the next run takes its place', () => {
    const whole = write(rows(1), rows(2));
    appendFileSync(path, '{"run":{"run_id":"torn');
    const { kept: runs, open } = continueJournal(path);
    expect(runs).toHaveLength(2);
    const journal = open();
    expect(text()).toBe(whole);
    journal.append(rows(3));
    journal.close();
    expect(text().startsWith(whole)).toBe(true);
    expect(kept()).toEqual(['c-1-1', 'c-2-1', 'c-3-1']);
  });

  test('reading changes nothing before it is opened', () => {
    write(rows(1));
    appendFileSync(path, '{"run":');
    const before = text();
    continueJournal(path);
    expect(text()).toBe(before);
  });

  test('an interrupted last run is made again', () => {
    write(rows(1), rows(2, 'interrupted'));
    expect(kept()).toEqual(['c-1-1']);
  });

  test('a last run that was about to be repeated with a longer sleep is made again, with all its attempts', () => {
    const first = write(rows(1));
    write(rows(1), rows(2, 'not-concurrent', 1), rows(2, 'not-concurrent', 2));
    const { kept: runs, open } = continueJournal(path);
    expect(runs.map(({ run_id }) => run_id)).toEqual(['c-1-1']);
    open().close();
    expect(text()).toBe(first);
  });

  test('attempts that led to a final one stay', () => {
    write(rows(1, 'not-concurrent', 1), rows(1, 'ok', 2));
    expect(kept()).toEqual(['c-1-1', 'c-1-2']);
  });

  test('a run that failed in any other way stays', () => {
    write(rows(1), rows(2, 'crashed'));
    expect(kept()).toEqual(['c-1-1', 'c-2-1']);
  });

  test('nothing but a torn head cannot be continued', () => {
    writeFileSync(path, '{"comparisonId":"c","iden');
    expect(() => continueJournal(path)).toThrow(
      new UsageError(
        `nothing to resume: ${path} has no complete line; start again without --resume`,
      ),
    );
  });

  test.each([
    [1, 'not a head', 'start again without --resume'],
    [2, '{"run":', 'delete it and all lines after it'],
    [2, '{"run":{"position":1},"readings":[],"samples":[]}', 'delete it and all lines after it'],
    [3, '\0\0\0', 'delete it and all lines after it'],
  ])('line %i being %j is named, with what to do', (number, damage, remedy) => {
    const lines = write(rows(1), rows(2), rows(3)).split('\n');
    writeFileSync(path, lines.with(number - 1, damage).join('\n'));
    expect(() => continueJournal(path)).toThrow(UsageError);
    expect(() => continueJournal(path)).toThrow(`${path}: line ${number} is damaged`);
    expect(() => continueJournal(path)).toThrow(remedy);
  });
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

describe('a journal that is copied', () => {
  test('continues in the copy, byte for byte, even when the old file was deleted', () => {
    const journal = createJournal(path, head);
    journal.append(rows(1));
    const before = text();
    rmSync(path);
    const copy = journal.copyTo(`${path}-copy`);
    expect(readFileSync(`${path}-copy`, 'utf8')).toBe(before);
    copy.append(rows(2));
    expect([...readJournal(`${path}-copy`)]).toEqual([rows(1), rows(2)]);
    copy.close();
    journal.close();
  });

  test('without what stands behind its last whole line', () => {
    const whole = write(rows(1));
    const journal = continueJournal(path).open();
    appendFileSync(path, 'half a li');
    journal.copyTo(`${path}-copy`).close();
    expect(readFileSync(`${path}-copy`, 'utf8')).toBe(whole);
    journal.close();
  });

  test('never replaces a file', () => {
    const journal = createJournal(path, head);
    writeFileSync(`${path}-copy`, 'precious');
    expect(() => journal.copyTo(`${path}-copy`)).toThrow('EEXIST');
    expect(readFileSync(`${path}-copy`, 'utf8')).toBe('precious');
    journal.close();
  });
});

test('a journal that was deleted or replaced is noticed', () => {
  const journal = createJournal(path, head);
  expect(() => journal.requireInPlace()).not.toThrow();
  renameSync(path, `${path}-old`);
  expect(() => journal.requireInPlace()).toThrow('ENOENT');
  writeFileSync(path, '');
  expect(() => journal.requireInPlace()).toThrow('was replaced');
  journal.close();
});
