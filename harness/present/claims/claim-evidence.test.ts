import { expect, test } from 'vitest';
import { judgeClaim } from '../../analyse/judge-claim.ts';
import { runRowWith } from '../../analyse/run-row.fixture.ts';
import { allMore, type ClaimFigure, moreThanAll, moreThanLeast } from '../../claims/claim.ts';
import type { PublishedFigure } from '../../claims/read-published.ts';
import { metrics } from '../../metrics/all-metrics.ts';
import { evidence, publishedEvidence } from './claim-evidence.ts';

const peak = (runtime: string, tasks = 1_000, workload = 'sleep'): ClaimFigure => ({
  runtime,
  workload,
  tasks: [tasks],
  metric: metrics.peak_rss_bytes,
});

function runsOf(runtime: string, megabytes: number, tasks = 1_000) {
  return [1, 2, 3].map((repeat) =>
    runRowWith({ runtime_id: `${runtime}@1.0.0`, tasks, repeat, peak_rss_bytes: megabytes * 1e6 }),
  );
}

const runs = [...runsOf('go', 30), ...runsOf('node', 60), ...runsOf('bun', 20)];

test('one comparison: both figures and the ratio with its interval', () => {
  expect(evidence(judgeClaim(moreThanAll(peak('node'), [peak('go')]), runs))).toBe(
    'node@1.0.0 60 MB, go@1.0.0 30 MB; 2.00 times (2.00–2.00)',
  );
});

test('several: in order, with the comparison that does not hold and what is missing', () => {
  const claim = allMore([peak('node'), peak('bun'), peak('elixir')], peak('go'));
  expect(evidence(judgeClaim(claim, runs))).toBe(
    'bun@1.0.0 20 MB, go@1.0.0 30 MB, node@1.0.0 60 MB; bun is 0.67 times (0.67–0.67) go; not measured: elixir',
  );
});

test('of a claim about the least of several: the comparison by which it holds', () => {
  const claim = moreThanLeast(peak('node'), [peak('go'), peak('bun')], 2.5);
  expect(evidence(judgeClaim(claim, runs))).toBe(
    'bun@1.0.0 20 MB, go@1.0.0 30 MB, node@1.0.0 60 MB; node is 3.00 times (3.00–3.00) bun',
  );
});

test('runs that slept longer than the claim is about are no figure, and named as the reason', () => {
  const slow = { ...peak('go'), metric: metrics.wall_seconds, parameters: 'seconds=5' } as const;
  const claim = { kind: 'bounds', figure: slow, from: 11, to: 20 } as const;
  expect(evidence(judgeClaim(claim, runs))).toBe(
    'not measured: go with seconds=5, only with seconds=10',
  );
});

test('figures of one runtime are told apart by their size', () => {
  const claim = moreThanAll(peak('go', 1_000), [peak('go', 1)]);
  expect(evidence(judgeClaim(claim, [...runs, ...runsOf('go', 3, 1)]))).toBe(
    'go@1.0.0 (1,000) 30 MB, go@1.0.0 (1) 3 MB; 10.00 times (9.97–10.03)',
  );
});

test('a figure alone has its interval', () => {
  const claim = { kind: 'bounds', figure: peak('go'), from: 1, to: 2 } as const;
  expect(evidence(judgeClaim(claim, runs))).toBe('go@1.0.0 30 MB (30 MB–30 MB)');
});

test('published figures come from the publication asked for, under its labels', () => {
  const figure = (publication: string, label: string, value: number): PublishedFigure => ({
    publication,
    workload: 'sleep',
    label,
    tasks: 1_000,
    headline: metrics.peak_rss_bytes,
    value,
    wallSeconds: undefined,
    cpuSeconds: undefined,
  });
  const published = [
    figure('pkolaczk-2023', 'Rust tokio', 5e6),
    figure('pkolaczk-2023', 'Go', 20e6),
    figure('hez2010-2024-take-2', 'Go', 99e6),
  ];
  const claim = moreThanAll(peak('go'), [peak('rust-tokio')]);
  expect(publishedEvidence(claim, 'pkolaczk-2023', published)).toBe(
    'Go 20 MB, Rust tokio 5 MB; 4.00 times',
  );
  expect(publishedEvidence(claim, 'hez2010-2024-take-2', published)).toBe('Go 99 MB');
  expect(publishedEvidence(claim, 'so1n-2023-python3.8', published)).toBe('—');
});
