import { expect, test } from 'vitest';
import { USUAL_MAX_REPEATS } from '../model/repeats.ts';
import { nextLook, stoppingConfidence } from './looks.ts';

function looksUpTo(mostRuns: number): readonly number[] {
  const looks: number[] = [];
  for (let look = nextLook(0, mostRuns); look !== undefined; look = nextLook(look, mostRuns)) {
    looks.push(look);
  }
  return looks;
}

test('looks are few, and the last is at the most runs', () => {
  expect(looksUpTo(USUAL_MAX_REPEATS)).toEqual([6, 9, 14, 20, 30]);
  expect(looksUpTo(12)).toEqual([6, 9, 12]);
  expect(looksUpTo(40)).toEqual([6, 9, 14, 20, 30, 40]);
  expect(looksUpTo(3)).toEqual([3]);
});

test('a case with runs between two looks, some of which failed, waits for the next', () => {
  expect(nextLook(10, 30)).toBe(14);
});

test('six runs reach the level of a look with their whole range', () => {
  expect(stoppingConfidence(6)).toBe(1 - 2 / 2 ** 6);
  expect(stoppingConfidence(5)).toBe(0.95);
  expect(stoppingConfidence(30, 10)).toBeCloseTo(1 - 0.003125, 12);
});
