import { describe, expect, test } from 'vitest';
import { judgeClaim } from '../analyse/judge-claim.ts';
import { runRowWith } from '../analyse/run-row.fixture.ts';
import { allPublications } from './all-publications.ts';
import { figuresOf } from './claim.ts';
import { equivalentOf } from './equivalents.ts';
import { readPublished } from './read-published.ts';

const published = readPublished();

/** What a publication printed, as if our runs had found exactly that. */
function runsThatFound(publication: string) {
  return published
    .filter((figure) => figure.publication === publication)
    .flatMap((figure) => {
      const equivalent = equivalentOf(figure);
      if (equivalent === undefined) return [];
      // It prints its heap figure by the task.
      const value = figure.isPerTask ? figure.value * figure.tasks : figure.value;
      return [0.999, 1, 1.001].map((noise) =>
        runRowWith({
          runtime_id: `${equivalent.runtime}@${equivalent.version ?? '1.0.0'}`,
          workload: equivalent.workload,
          tasks: figure.tasks,
          wall_seconds: (figure.wallSeconds ?? 0) * noise,
          // It prints one figure for both.
          user_cpu_seconds: figure.cpuSeconds === undefined ? null : figure.cpuSeconds * noise,
          system_cpu_seconds: figure.cpuSeconds === undefined ? null : 0,
          peak_rss_bytes: null,
          [figure.headline.name]: value * noise,
        }),
      );
    });
}

describe.each(allPublications)('$title', ({ id, claims }) => {
  const runs = runsThatFound(id);
  const decidable = claims.filter(({ test: claim }) =>
    judgeClaim(claim, runs).figures.every(({ measured }) => measured !== undefined),
  );

  test('has published figures', () => expect(runs).not.toEqual([]));

  test.each(decidable)('by its own figures it holds: $says', ({ test: claim }) => {
    expect(judgeClaim(claim, runs).verdict).toBe('holds here');
  });

  test('what its own figures do not decide is about threads, the collector or another post', () => {
    const metrics = claims
      .filter((claim) => !decidable.includes(claim))
      .flatMap(({ test: claim }) => figuresOf(claim).map(({ metric }) => metric.name));
    const foreign = id.startsWith('so1n')
      ? ['peak_rss_bytes', 'threads_peak', 'tasks_per_cpu_second']
      : [];
    for (const metric of metrics) expect(foreign).toContain(metric);
  });
});

test('no claim is made twice in a publication', () => {
  for (const { claims } of allPublications) {
    expect(new Set(claims.map(({ says }) => says)).size).toBe(claims.length);
  }
});
