import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** Tests in emulated machines, which take minutes: `npm run test:vm`. */
export default defineConfig({
  ...tests,
  test: { ...tests.test, include: ['harness/vm/*.vm.ts'], hookTimeout: 1_500_000 },
});
