import { expect, test } from 'vitest';
import { formatParameters, parameterArguments, parseParameters } from './parameters.ts';

test('the list keeps its order and comes back', () => {
  const parameters = { laps: 10, pause: 0.1, heap: 0 };
  expect(formatParameters(parameters)).toBe('laps=10 pause=0.1 heap=0');
  expect(parseParameters('laps=10 pause=0.1 heap=0')).toEqual(parameters);
});

test('none is a dash in tables and nothing on a command line', () => {
  expect(formatParameters({})).toBe('-');
  expect(parseParameters('-')).toEqual({});
  expect(parameterArguments({})).toEqual([]);
});

test('a tiny number is a plain decimal, and comes back as it was', () => {
  expect(formatParameters({ seconds: 1e-7 })).toBe('seconds=0.0000001');
  expect(parseParameters('seconds=0.0000001')).toEqual({ seconds: 1e-7 });
  expect(formatParameters({ seconds: 0.1, tasks: 12_345_678 })).toBe('seconds=0.1 tasks=12345678');
});
