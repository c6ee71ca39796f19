import { expect, test } from 'vitest';
import { workPathIn } from '../results/results-path.ts';
import { isElsewhere, tablesPlaces } from './tables-places.ts';

const path = '/results/s';
const folder = (holds?: { comparisonId: string; complete: boolean }) => ({
  path,
  workPath: workPathIn(path),
  holds,
});
const kept = { path, workPath: workPathIn(path) };
const aside = '/results/s/.comparison/interrupted';
const own = (complete: boolean) => ({ comparisonId: 'mine', complete });
const earlier = (complete: boolean) => ({ comparisonId: 'earlier', complete });

const firstPath = (...of: Parameters<typeof tablesPlaces>) => tablesPlaces(...of)[0]?.path;

test.each([
  ['complete, into an empty folder', folder(), own(true), path],
  ['incomplete, into an empty folder', folder(), own(false), path],
  ['complete, over complete ones', folder(earlier(true)), own(true), path],
  ['incomplete, over incomplete ones', folder(earlier(false)), own(false), path],
  ['incomplete, over complete ones: aside', folder(earlier(true)), own(false), aside],
  ['incomplete, over its own', folder({ comparisonId: 'mine', complete: true }), own(false), path],
])('%s', (_, into, comparison, expected) => {
  expect(firstPath(into, kept, comparison)).toBe(expected);
});

test('where the journal has moved, the tables go there too, and else into a fallback folder', () => {
  const moved = { path: '/cache/mine', workPath: workPathIn('/cache/mine') };
  const places = tablesPlaces(folder(earlier(true)), moved, own(true));
  expect(places[0]).toBe(moved);
  expect(places.slice(1).map((place) => place.path)).toEqual([
    expect.stringMatching(/tasktax-rescued\/mine$/),
    expect.stringMatching(/tasktax-rescued\/mine$/),
  ]);
});

test('only a fallback folder is elsewhere', () => {
  expect(isElsewhere(path, folder())).toBe(false);
  expect(isElsewhere(aside, folder())).toBe(false);
  expect(isElsewhere('/cache/mine', folder())).toBe(true);
});
