import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['harness/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Programs are measured: two test files at once would be each other's noise.
    fileParallelism: false,
    // Real runtimes on a slow machine: long enough that only a hang reaches it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Not for a property: its counterexample is no chance, and another seed would only hide it.
    retry: {
      count: Number(process.env.TEST_RETRIES ?? 0),
      condition: /^(?!Property failed)/,
    },
    expect: { poll: { timeout: 20_000 } },
  },
});
