import { expect, test } from 'vitest';
import { studentQuantile } from './student.ts';

// Printed in every table of the distribution; the last is exact: sqrt(2) (1 - tail) / sqrt(tail (2 - tail)).
test.each([
  [0.95, 1, 12.7062],
  [0.95, 2, 4.3027],
  [0.95, 10, 2.2281],
  [0.99, 5, 4.0321],
  [0.999, 4, 8.6103],
  [0.95, 1e6, 1.96],
  [1 - 1e-9, 2, 31622.7766],
])('%d confidence, %d degrees of freedom: %d', (confidence, degrees, expected) => {
  expect(studentQuantile(confidence, degrees) / expected).toBeCloseTo(1, 4);
});

test('degrees between two whole ones lie between theirs', () => {
  const between = studentQuantile(0.95, 2.5);
  expect(between).toBeLessThan(studentQuantile(0.95, 2));
  expect(between).toBeGreaterThan(studentQuantile(0.95, 3));
});
