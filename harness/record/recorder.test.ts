import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { quiet } from '../kernel/noise.fixture.ts';
import { UsageError } from '../model/usage-error.ts';
import { type ResultsPaths, workPathIn } from '../results/results-path.ts';
import { type FinishedRun, withoutProcess } from '../run/execute.ts';
import { workload as sleep } from '../workloads/sleep.ts';
import { readJournal } from './journal.ts';
import { hasJournal, requireJournal } from './journal-place.ts';
import { type Recorder, resumeRecorder, startRecorder } from './recorder.ts';
import { POINTS_A_CURVE } from './thin-curve.ts';

const identity = {
  suite: 'test-recorder',
  machine: 'm',
  runtimes: 'x@1',
  plan: '3 runs',
  harness: 'h',
  limits: 'none',
};

let disk: string;
let place: ResultsPaths;
beforeEach(() => {
  disk = join(mkdtempSync(join(tmpdir(), 'tasktax-recorder-')), 'disk');
  const path = join(disk, 'out');
  place = { path, workPath: workPathIn(path) };
  mkdirSync(place.workPath, { recursive: true });
});

function finished(recorder: Recorder, position: number): FinishedRun {
  const theCase = { runtimeId: 'x@1', workload: 'sleep', tasks: 1, parameters: { seconds: 1 } };
  const planned = { case: theCase, repeat: 1, position };
  const runId = `${recorder.comparisonId}-${position}`;
  return withoutProcess(
    { runId, planned, workload: sleep },
    { status: 'killed', detail: 'a test' },
  );
}

/** A curve of so many points. */
function withCurve(run: FinishedRun, points: number): FinishedRun {
  const curve = Array.from({ length: points }, (_, index) => ({
    elapsedSeconds: index,
    rssBytes: index,
    threads: 1,
  }));
  return {
    ...run,
    observed: {
      curve,
      sampled: { processes: 1, peakRssBytes: null, cpuSeconds: null, worstLateness: 0 },
      sampling: { p50Seconds: null, p99Seconds: null, maxSeconds: null },
      noise: quiet,
      noiseSeconds: 1,
    },
  };
}

const positionsIn = (path: string) => [...readJournal(path)].map(({ run }) => run.position);
const curvesIn = (folder: ResultsPaths) => join(folder.workPath, 'curves');

test('a run is on the disk when record returns', () => {
  const recorder = startRecorder(place, identity);
  for (const position of [1, 2]) {
    const { run, move } = recorder.record(finished(recorder, position));
    expect([run.position, run.machine_id, run.status, move]).toEqual([
      position,
      'm',
      'killed',
      undefined,
    ]);
    expect(positionsIn(recorder.journalPath).at(-1)).toBe(position);
  }
  expect(recorder.runs.map(({ position }) => position)).toEqual([1, 2]);
  expect(recorder.place).toBe(place);
});

describe('full curves', () => {
  test('stand beside the journal where the tables hold fewer points', () => {
    const recorder = startRecorder(place, identity);
    recorder.record(withCurve(finished(recorder, 1), POINTS_A_CURVE));
    recorder.record(withCurve(finished(recorder, 2), POINTS_A_CURVE + 1));
    const long = `${recorder.comparisonId}-2.csv`;
    expect(readdirSync(curvesIn(place))).toEqual([long]);
    const lines = readFileSync(join(curvesIn(place), long), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(POINTS_A_CURVE + 2); // with the header
  });

  test('of an earlier comparison are gone when another starts', () => {
    const recorder = startRecorder(place, identity);
    recorder.record(withCurve(finished(recorder, 1), POINTS_A_CURVE + 1));
    startRecorder(place, identity);
    expect(existsSync(curvesIn(place))).toBe(false);
  });
});

describe('a folder that fails under it', () => {
  test('deleted: it is made again with every run, which is no move', () => {
    const recorder = startRecorder(place, identity);
    recorder.record(finished(recorder, 1));
    rmSync(disk, { recursive: true });
    expect(recorder.record(finished(recorder, 2)).move).toBeUndefined();
    expect(recorder.place.path).toBe(place.path);
    expect(positionsIn(join(place.workPath, 'journal.jsonl'))).toEqual([1, 2]);
  });

  test('deleted after the last run: closing makes it again', () => {
    const recorder = startRecorder(place, identity);
    recorder.record(finished(recorder, 1));
    rmSync(disk, { recursive: true });
    recorder.close();
    expect(positionsIn(join(place.workPath, 'journal.jsonl'))).toEqual([1]);
  });

  test('no longer a folder: everything goes to a fallback folder, and that is said once', () => {
    const recorder = startRecorder(place, identity);
    recorder.record(finished(recorder, 1));
    rmSync(disk, { recursive: true });
    writeFileSync(disk, 'a file in its place');
    const { move } = recorder.record(finished(recorder, 2));
    if (move === undefined) throw new Error('it has moved');
    onTestFinished(() => rmSync(move.to.path, { recursive: true }));
    expect(move.from).toBe(place);
    expect(move.to.path).toMatch(new RegExp(`${recorder.comparisonId}$`));
    expect(recorder.place).toBe(move.to);
    expect(recorder.record(finished(recorder, 3)).move).toBeUndefined();
    expect(recorder.journalPath).toBe(join(move.to.workPath, 'journal.jsonl'));
    expect(positionsIn(recorder.journalPath)).toEqual([1, 2, 3]);
    recorder.close();
  });
});

describe('resuming', () => {
  test('keeps what was recorded byte for byte, and drops a torn last line', () => {
    const first = startRecorder(place, identity);
    first.record(finished(first, 1));
    const journal = first.journalPath;
    const whole = readFileSync(journal, 'utf8');
    appendFileSync(journal, '{"run":{');
    const second = resumeRecorder(place, identity);
    expect(second.comparisonId).toBe(first.comparisonId);
    expect(second.createdAt).toBe(first.createdAt);
    expect(second.runs.map(({ position }) => position)).toEqual([1]);
    second.record(finished(second, 2));
    expect(readFileSync(journal, 'utf8').startsWith(whole)).toBe(true);
    expect(positionsIn(journal)).toEqual([1, 2]);
  });

  test('another comparison is refused, and the journal stays as it was', () => {
    const first = startRecorder(place, identity);
    first.record(finished(first, 1));
    const before = readFileSync(first.journalPath, 'utf8');
    const other = { ...identity, plan: '4 runs' };
    expect(() => resumeRecorder(place, other)).toThrow(
      new UsageError(
        'cannot resume: the plan changed from 3 runs to 4 runs; change back, or start again without --resume',
      ),
    );
    expect(readFileSync(first.journalPath, 'utf8')).toBe(before);
  });

  test('needs a journal in one of the folders', () => {
    const elsewhere = { path: disk, workPath: workPathIn(disk) };
    expect(() => requireJournal([place, elsewhere])).toThrow(/^nothing to resume: there is no /);
    startRecorder(place, identity);
    expect(hasJournal(place)).toBe(true);
    expect(() => requireJournal([elsewhere, place])).not.toThrow();
  });
});
