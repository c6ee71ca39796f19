import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { survivors } from '../kernel/survivors.fixture.ts';
import { readResults } from '../results/read-results.ts';
import { runsIn } from './fixtures/comparison-files.ts';
import { killedAndResumed, type Started } from './fixtures/killed-and-resumed.ts';
import { startFakeComparison } from './fixtures/start-fake-comparison.ts';
import { tasktax } from './fixtures/tasktax.ts';

const RUNS = 60;
const KILLS = 30;

/** Kills it 30 times, and looks whether what is there in the end is what was planned. */
async function torture(startInto: (out: string) => (resume: boolean) => Started, exitCode: number) {
  const out = join(mkdtempSync(join(tmpdir(), 'tasktax-torture-')), 'out');
  const seed = Date.now();
  const survived = await killedAndResumed(startInto(out), out, { kills: KILLS, seed });
  console.log(
    `seed ${seed}: ${survived.kills} of ${KILLS} kills met it alive, with ${survived.made.join()} runs made`,
  );
  expect(survived).toMatchObject({ lost: [], exitCode });
  // Else it was killed in one and the same place again and again.
  expect(new Set(survived.made).size).toBeGreaterThan(KILLS / 3);

  const runs = runsIn(out);
  expect(runs.map(({ position }) => position)).toEqual(
    Array.from({ length: RUNS }, (_, index) => index + 1),
  );
  expect(new Set(runs.map(({ run_id }) => run_id)).size).toBe(RUNS);
  expect(readResults(out).facts).toMatchObject({ complete: true, plannedRuns: RUNS });
  expect(survivors(`${runs[0]?.comparison_id}-`)).toEqual([]);
}

test('programs that are honest, that cheat, that die and that leave processes behind', async () => {
  const kinds = [
    'honest',
    'one-task-less',
    'exit-1',
    'garbage',
    'leaves-a-child-in-another-session',
    'leaves-a-grandchild',
  ];
  const fake = { kinds, sizes: [1, 2], repeats: 5, seconds: 0.1 };
  await torture(
    (out) => (resume) => startFakeComparison({ ...fake, out, words: resume ? ['resume'] : [] }),
    1,
  );
});

test('real runtimes', async () => {
  const plan = ['--runtimes', 'node,deno,bun', '--tasks', '1,1000', '--repeats', '10'];
  await torture(
    (out) => (resume) =>
      tasktax(
        ...['compare', 'one-million', ...plan, '--sleep', '0.1', '--out', out],
        ...(resume ? ['--resume'] : []),
      ),
    0,
  );
});
