import { expect } from 'vitest';
import { LIMIT_BYTES, TREE_BYTES, treeAndHog } from './guest-commands.ts';
import type { StepResult } from './run-scenario.ts';

/** Expects that the two runs of `TREE_AND_HOG` were in control groups of their own, and measured and limited by them. */
export function expectOwnGroups(result: StepResult): void {
  expect(result.exitCode, result.stderr).toBe(1);
  expect(result.stdout).toContain('for each run, enforced by the kernel');
  const [tree, hog] = treeAndHog(result);
  expect(tree).toMatchObject({ status: 'ok', processes_peak: 5, peak_source: 'cgroup' });
  for (const bytes of [tree?.peak_rss_bytes, tree?.charged_peak_bytes]) {
    expect(bytes).toBeGreaterThan(TREE_BYTES);
    expect(bytes).toBeLessThan(1.05 * TREE_BYTES);
  }
  expect(hog).toMatchObject({
    ...{ status: 'out-of-memory', signal: 'SIGKILL', charged_peak_bytes: LIMIT_BYTES },
    status_detail: expect.stringContaining('the kernel killed a process at the limit'),
  });
}
