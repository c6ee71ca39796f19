import { execa } from 'execa';
import { expect, test } from 'vitest';
import {
  buildFixture,
  FIXTURE_WORKLOADS,
  runFixture,
} from '../verify/known-memory/known-memory.ts';

const fixture = (await buildFixture()) ?? '';
if (fixture === '') console.warn('SKIPPED: no C compiler, so no fixture; apt install gcc');

test.skipIf(fixture === '')('a process that keeps a CPU busy is flagged, 10 of 10', async () => {
  const hog = execa(fixture, ['hog', '120'], { reject: false });
  try {
    for (let run = 0; run < 10; run += 1) {
      const { noiseFlags, observed } = await runFixture({
        command: [fixture],
        workload: FIXTURE_WORKLOADS.work,
        parameters: { seconds: 0.5 },
      });
      expect(noiseFlags).toContain('other-cpu');
      expect(observed?.noise.otherCpuSeconds).toBeGreaterThan(0.1);
    }
  } finally {
    hog.kill();
    await hog;
  }
});
