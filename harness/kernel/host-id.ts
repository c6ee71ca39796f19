import { createHmac } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSetting } from './read-setting.ts';

/** Keeps our ids apart from those that other programs derive from the same source, as machine-id(5) asks. */
const APPLICATION = 'tasktax';

/**
 * Tells this machine from others of the same make without naming it, before and after a reboot: 12 hex digits of an HMAC
 * with the machine's secret id (machine-id(5)) as its key. Machines made from one image may share that id, so the
 * permanent addresses of the network cards count, too. A container has no cards, and the id of its image: there, and
 * wherever either is missing, it is the id of the boot.
 *
 * @param root the folder in which to look for the files.
 * @returns null where the kernel has no id at all.
 */
export function readHostId(root = '/'): string | null {
  const machineId = readSetting(join(root, 'etc/machine-id'))?.trim();
  const cards = cardAddresses(root);
  if (!machineId || !/^[0-9a-f]{32}$/.test(machineId) || cards.length === 0) {
    return readBootId(root);
  }
  return shortHash(machineId, ['host', ...cards]);
}

/**
 * Tells what runs on one kernel, whatever container it is in, until the next boot: a hash of the random id that the kernel
 * draws at every boot (random(4)).
 *
 * @param root the folder in which to look for the files.
 * @returns null where the kernel has no such id.
 */
export function readBootId(root = '/'): string | null {
  const bootId = readSetting(join(root, 'proc/sys/kernel/random/boot_id'))?.trim();
  return bootId ? shortHash(bootId, ['boot']) : null;
}

/** Sorted addresses that are burnt into network cards (`addr_assign_type` 0); what has no device is not a card. */
function cardAddresses(root: string): readonly string[] {
  const folder = join(root, 'sys/class/net');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => existsSync(join(folder, name, 'device')))
    .filter((name) => readSetting(join(folder, name, 'addr_assign_type'))?.trim() === '0')
    .flatMap((name) => readSetting(join(folder, name, 'address'))?.trim() ?? [])
    .sort();
}

function shortHash(secret: string, words: readonly string[]): string {
  const message = [APPLICATION, ...words].join(' ');
  return createHmac('sha256', secret).update(message).digest('hex').slice(0, 12);
}
