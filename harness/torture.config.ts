import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** What takes minutes and is not part of `npm test`: `npm run test:torture`. */
export default defineConfig({
  ...tests,
  test: { ...tests.test, include: ['harness/e2e/*.torture.ts'], testTimeout: 900_000 },
});
