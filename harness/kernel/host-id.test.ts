import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readBootId, readHostId } from './host-id.ts';

const ID = '0123456789abcdef0123456789abcdef';
const CARD = { device: '', addr_assign_type: '0\n', address: '52:54:00:12:34:56\n' };
const BOOT = 'proc/sys/kernel/random/boot_id';

/** The files of a machine, by their paths. */
function machine(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tasktax-host-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const cardFiles = (name: string, card: Readonly<Record<string, string>> = CARD) =>
  Object.fromEntries(
    Object.entries(card).map(([file, text]) => [`sys/class/net/${name}/${file}`, text]),
  );

const usual = { 'etc/machine-id': `${ID}\n`, ...cardFiles('eth0'), [BOOT]: 'a\n' };

test('it stays the same when the machine boots anew, and when cards are found in another order', () => {
  const other = { ...CARD, address: '52:54:00:00:00:01\n' };
  const first = { ...usual, ...cardFiles('eth1', other) };
  const again = { ...usual, ...cardFiles('eth0', other), ...cardFiles('eth1'), [BOOT]: 'b\n' };
  expect(readHostId(machine(first))).toBe(readHostId(machine(again)));
  expect(readBootId(machine(first))).not.toBe(readBootId(machine(again)));
});

test('machines of one image differ, and so do two with different ids', () => {
  const clone = { ...usual, ...cardFiles('eth0', { ...CARD, address: '52:54:00:12:34:57\n' }) };
  const stranger = { ...usual, 'etc/machine-id': `${ID.replace('0', 'f')}\n` };
  const ids = [usual, clone, stranger].map((files) => readHostId(machine(files)));
  expect(new Set(ids).size).toBe(3);
});

test.each([
  ['no card', { 'etc/machine-id': ID, [BOOT]: 'a' }],
  [
    'a card with an address of its own choice',
    { ...usual, 'sys/class/net/eth0/addr_assign_type': '1' },
  ],
  ['no id', { ...usual, 'etc/machine-id': '' }],
  ['an id that is still to be drawn', { ...usual, 'etc/machine-id': 'uninitialized\n' }],
])('with %s it is the id of the boot', (_, files) => {
  expect(readHostId(machine(files))).toBe(readBootId(machine({ [BOOT]: 'a' })));
});

test('without any id it is unknown', () => {
  expect(readHostId(machine({}))).toBeNull();
});

test.skipIf(process.platform !== 'linux')(
  'none of the ids of this machine can be read from it',
  () => {
    const bootId = readFileSync(`/${BOOT}`, 'utf8').trim().replaceAll('-', '');
    for (const id of [readHostId(), readBootId(), readHostId(machine(usual))]) {
      expect(id).toMatch(/^[0-9a-f]{12}$/);
      expect(bootId + ID).not.toContain(id);
    }
  },
);
