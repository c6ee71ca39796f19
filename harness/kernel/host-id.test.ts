import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHostId } from './host-id.ts';

test.skipIf(process.platform !== 'linux')('a host id stays, and is not the id of the boot', () => {
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  expect(readHostId()).toMatch(/^[0-9a-f]{12}$/);
  expect(readHostId()).toBe(readHostId());
  expect(bootId.replaceAll('-', '')).not.toContain(readHostId());
});
