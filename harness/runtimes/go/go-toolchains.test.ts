import { expect, test } from 'vitest';
import { toolchainName } from './go-toolchains.ts';

test.each([
  ['1.20.0', 'go1.20'],
  ['1.20.14', 'go1.20.14'],
  ['1.21.0', 'go1.21.0'],
  ['1.26.8', 'go1.26.8'],
])('release %s is the toolchain %s', (release, name) => {
  expect(toolchainName(release)).toBe(name);
});
