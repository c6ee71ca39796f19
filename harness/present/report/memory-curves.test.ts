import { expect, test } from 'vitest';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import { memoryCurves, typicalRun } from './memory-curves.ts';

test('the run nearest the median stands for its case, the first of equals; none that failed', () => {
  const runs = [90e6, 101e6, 100e6, 130e6, 99e6].map((peak_rss_bytes, index) =>
    runRowWith({ run_id: `c-${index}`, peak_rss_bytes }),
  );
  expect(typicalRun(runs, metrics.peak_rss_bytes)?.run_id).toBe('c-2');
  const failed = runRowWith({ status: 'killed', peak_rss_bytes: 100e6 });
  expect(typicalRun([failed], metrics.peak_rss_bytes)).toBeUndefined();
  expect(
    typicalRun(
      [runs[0], runs[1]].flatMap((run) => run ?? []),
      metrics.peak_rss_bytes,
    )?.run_id,
  ).toBe('c-0');
});

test('samples and checkpoints find their run; a run without samples has no curve', () => {
  const runtime = { id: 'node@26.10.0', label: 'node', name: 'node', hue: 0, variant: 0 };
  const runs = [runRowWith({ run_id: 'a' }), runRowWith({ run_id: 'b' })];
  const point = { run_id: 'b', elapsed_seconds: 0.12345, rss_bytes: 7, threads: null };
  const curves = memoryCurves(runs, new Map([[runtime.id, runtime]]), (runIds) => {
    expect(runIds).toEqual(new Set(['a', 'b']));
    return { samples: [point], readings: [] };
  });
  expect(curves).toEqual([{ runtime, points: [[0.123, 7]], checkpoints: [] }]);
});
