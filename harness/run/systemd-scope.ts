import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type GroupOfVersion2, limitsOf } from '../kernel/cgroup-place.ts';
import { readOwnGroups } from '../kernel/own-groups.ts';
import { readSetting } from '../kernel/read-setting.ts';
import type { Missing } from '../model/runtime.ts';
import { ToolFailure, toolOutput } from '../provision/tool-output.ts';

/** How long systemd may take to move a process: seconds on a busy machine. */
const TIMEOUT_MS = 10_000;
const POLL_MS = 20;

const REMEDY = 'run it through: systemd-run --user --scope -p Delegate=yes';

/**
 * Whether a group that is ours to write was given to us to make groups in. A unit of systemd says so with `Delegate`; in
 * all others only systemd may make groups (CGROUP_DELEGATION of systemd's documentation), though the user owns them.
 *
 * @param path our group, as /proc/self/cgroup has it.
 */
export async function isHandedDown(path: string): Promise<boolean> {
  const unit = basename(path);
  if (!isBooted() || !/\.(scope|service|slice)$/.test(unit)) return true;
  const manager = /\/user@\d+\.service\//.test(path) ? ['--user'] : [];
  const property = ['--property=Delegate', '--value'];
  try {
    return (await systemdSays(['systemctl', ...manager, 'show', ...property, unit])) === 'yes';
  } catch (error) {
    if (error instanceof ToolFailure) return false;
    throw error;
  }
}

/**
 * Has systemd move this process into a delegated scope of its own, which ends with it. It is what `systemd-run --scope`
 * does to itself, so terminal, signals and exit code stay as they are, and no right to move processes is needed.
 * A batch system that limits its jobs by groups above theirs is not escaped: then there is no scope.
 *
 * @returns why there is no such scope; undefined once we are in it.
 */
export async function moveIntoScope(own: GroupOfVersion2): Promise<Missing | undefined> {
  if (!isBooted()) {
    return { missing: 'there is no systemd to make a group for us', remedy: 'run it as root' };
  }
  const isRoot = process.getuid?.() === 0;
  const { path } = own;
  const top = own.folder.slice(0, -path.length);
  for (const group of groupsLeft(path, isRoot)) {
    const limits = limitsOf((file) => readSetting(join(top, group, file)) ?? '');
    if (limits.length === 0) continue;
    const missing = `${group} has limits (${limits.join(', ')}) that another group would not have`;
    return { missing, remedy: 'ask for a control group that is delegated to you' };
  }
  const scope = `tasktax-${process.pid}.scope`;
  try {
    await systemdSays([
      ...['busctl', isRoot ? '--system' : '--user', '--quiet', 'call', 'org.freedesktop.systemd1'],
      ...['/org/freedesktop/systemd1', 'org.freedesktop.systemd1.Manager', 'StartTransientUnit'],
      ...['ssa(sv)a(sa(sv))', scope, 'fail'],
      ...scopeProperties(process.pid, sliceOf(path, isRoot)),
      '0',
    ]);
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return { missing: `systemd makes no group for us: ${error.message}`, remedy: REMEDY };
  }
  const deadline = performance.now() + TIMEOUT_MS;
  while (!readOwnGroups().trimEnd().endsWith(`/${scope}`)) {
    if (performance.now() > deadline) {
      return { missing: `systemd did not move us into ${scope}`, remedy: REMEDY };
    }
    await after(POLL_MS);
  }
  return undefined;
}

/**
 * The innermost slice that we are in, so that the scope is in the same one; undefined for the manager's default. The
 * machine's manager puts nothing into slices of a user's manager, nor the other way round.
 */
export function sliceOf(path: string, isRoot: boolean): string | undefined {
  const [machine = '', user] = path.split(/\/user@\d+\.service(?=\/|$)/);
  const slices = (isRoot ? machine : user)?.split('/').filter((name) => name.endsWith('.slice'));
  return slices?.at(-1);
}

/**
 * The groups above ours that a process leaves when it moves into such a scope, from the bottom up.
 *
 * @param path our group, as /proc/self/cgroup has it.
 */
export function groupsLeft(path: string, isRoot: boolean): readonly string[] {
  const names = path.split('/').slice(1);
  const ofMachine = isRoot ? names.findIndex((name) => /^user@\d+\.service$/.test(name)) : -1;
  const reachable = ofMachine === -1 ? names : names.slice(0, ofMachine);
  // A user's own manager is below the slices of the user; what is not below those shares nothing with it.
  const isShared = isRoot || names[0] === 'user.slice';
  const shared = isShared ? reachable.findLastIndex((name) => name.endsWith('.slice')) + 1 : 0;
  return names
    .map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
    .slice(shared, -1)
    .reverse();
}

/** An array of properties as busctl(1) takes it: its length, then the name, the type and the value of each. */
function scopeProperties(pid: number, slice: string | undefined): readonly string[] {
  const properties = [
    ['Description', 's', 'tasktax: groups for the programs that it measures'],
    ['PIDs', 'au', '1', String(pid)],
    ['Delegate', 'b', 'true'],
    ['CollectMode', 's', 'inactive-or-failed'], // nothing stays in systemd's list
    ...(slice === undefined ? [] : [['Slice', 's', slice]]),
  ];
  return [String(properties.length), ...properties.flat()];
}

/** Without a login of its own (su, cron) a process has no XDG_RUNTIME_DIR, but the user's manager is in its usual place. */
function systemdSays(command: readonly string[]): Promise<string> {
  const runtimeFolder = process.env.XDG_RUNTIME_DIR ?? `/run/user/${process.getuid?.()}`;
  return toolOutput(['env', `XDG_RUNTIME_DIR=${runtimeFolder}`, ...command]);
}

/** Whether systemd is this machine's init (sd_booted(3)). */
function isBooted(): boolean {
  return existsSync('/run/systemd/system');
}
