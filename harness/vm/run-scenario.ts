import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { repositoryRoot } from '../provision/places.ts';
import { shellLine } from '../text/shell-words.ts';
import type { VirtualMachine } from './virtual-machine.ts';

/** What is asked of a machine. */
export interface Scenario {
  /** `guest/<machine>.sh` makes it. */
  readonly machine: 'systemd' | 'bare';
  /** Commands by their names, run one after the other in the checkout. */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** What else the machine finds in the shared folder: the name there, the path here. */
  readonly files?: Readonly<Record<string, string>>;
  /** After this the machine is ended, with whatever has come of it. */
  readonly timeoutSeconds: number;
}

/** What came of a step. */
export interface StepResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

const ownNode = relative(repositoryRoot, process.execPath);

/** This very Node, as the machine sees it: most likely the one that the checkout brings. */
export const GUEST_NODE = ownNode.startsWith('..')
  ? process.execPath
  : join('/srv/tasktax', ownNode);

/** The folder that a machine shares with us. */
export const SHARED = '/mnt';

/**
 * Boots a machine, runs the steps on it, and ends it. Prints how long that took.
 *
 * @returns what came of each step; of one that did not end, what was on the machine's console.
 */
export async function runScenario(
  { qemu, kernel, initramfs }: VirtualMachine,
  { machine, steps, files = {}, timeoutSeconds }: Scenario,
): Promise<(step: string) => StepResult> {
  const outer = mkdtempSync(join(tmpdir(), 'tasktax-vm-'));
  const shared = join(outer, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o777); // over there another user writes; over here nobody else can enter the folder above
  const guest = fileURLToPath(new URL('guest', import.meta.url));
  cpSync(guest, join(shared, 'guest'), { recursive: true });
  for (const [name, path] of Object.entries(files)) cpSync(path, join(shared, name));
  writeFileSync(join(shared, 'checkout'), repositoryRoot);
  writeFileSync(join(shared, 'scenario'), machine);
  writeFileSync(join(shared, 'steps'), stepLines(steps));

  const start = performance.now();
  const { stdout: screen } = await execa(
    qemu,
    [
      ...['-accel', 'tcg,thread=multi', '-smp', '2', '-m', '2048', '-cpu', 'max'],
      ...['-nodefaults', '-no-user-config', '-nographic', '-no-reboot', '-serial', 'stdio'],
      ...['-kernel', kernel, '-initrd', initramfs],
      ...['-append', 'console=ttyS0 panic=-1 quiet loglevel=4 mitigations=off'],
      ...sharedFolder('root', '/', ',readonly=on,multidevs=remap'),
      ...sharedFolder('shared', shared, ''),
    ],
    { stdin: 'ignore', reject: false, timeout: timeoutSeconds * 1000, killSignal: 'SIGKILL' },
  );
  const seconds = (performance.now() - start) / 1000;
  const results = new Map(
    Object.keys(steps).map((name) => [name, resultOf(join(shared, name), screen)] as const),
  );
  rmSync(outer, { recursive: true });
  const took = [...results].map(([name, result]) => `${name} ${result.seconds.toFixed(1)} s`);
  console.log(`${machine}: ${seconds.toFixed(1)} s from power on to off; ${took.join(', ')}`);
  return (step) => {
    const result = results.get(step);
    if (result === undefined) throw new Error(`there is no step "${step}"`);
    return result;
  };
}

function sharedFolder(tag: string, path: string, options: string): readonly string[] {
  return [
    ...['-fsdev', `local,id=${tag},path=${path},security_model=none${options}`],
    ...['-device', `virtio-9p-pci,fsdev=${tag},mount_tag=${tag}`],
  ];
}

/** The steps as `guest/steps.sh` reads them. */
function stepLines(steps: Scenario['steps']): string {
  return Object.entries(steps)
    .map(([name, command]) => `step ${shellLine([name, ...command])}\n`)
    .join('');
}

function resultOf(path: string, screen: string): StepResult {
  const read = (kind: string) =>
    existsSync(`${path}.${kind}`) ? readFileSync(`${path}.${kind}`, 'utf8') : '';
  const [exitCode = 0, begin = 0, end = 0] = read('ended').split(' ').map(Number);
  const result = { stdout: read('stdout'), seconds: end - begin };
  return read('ended') === ''
    ? { ...result, exitCode: -1, stderr: `${read('stderr')}\nIt did not end. Console:\n${screen}` }
    : { ...result, exitCode, stderr: read('stderr') };
}
