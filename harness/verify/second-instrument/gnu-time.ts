import { execa } from 'execa';
import { isMissing, type Launchable, type Missing } from '../../model/runtime.ts';
import { onPath } from '../../provision/on-path.ts';
import { runToItsEnd } from './run-to-its-end.ts';

/** GNU time on this machine: it starts a program from a process of 1 MB and reports the program's `ru_maxrss`. */
export interface GnuTime {
  readonly executable: string;
  readonly version: string;
}

const INSTALL = process.platform === 'darwin' ? 'brew install gnu-time' : 'apt install time';

/** Finds a `time` that is GNU's: those of the shell, BusyBox and BSD have other options and units. */
export async function findGnuTime(): Promise<GnuTime | Missing> {
  const others: string[] = [];
  for (const command of ['time', 'gtime']) {
    const executable = await onPath(command);
    if (executable === undefined) continue;
    const answer = await execa(executable, ['--version'], { stdin: 'ignore', reject: false });
    const version = gnuTimeVersion(`${answer.stdout}\n${answer.stderr}`);
    if (version !== undefined) return { executable, version };
    others.push(executable);
  }
  const missing =
    others.length === 0
      ? 'no "time" on the PATH'
      : `${others.join(', ')} is not GNU time 1.8 or later`;
  return { missing, remedy: INSTALL };
}

/**
 * The version in what `time --version` prints; some distributions say UNKNOWN. Undefined for another `time`, and
 * for GNU time up to 1.7, which takes the kernel's kilobytes for pages and reports four times the peak.
 */
export function gnuTimeVersion(text: string): string | undefined {
  const version = text.match(/\bGNU time\)? +(\S+)/i)?.[1];
  return version === undefined || /^(0|1\.[0-7])(\D|$)/.test(version) ? undefined : version;
}

/** Marks the figure among whatever else the program writes to stderr. */
const MARK = 'peak of the program in kB:';

/** The same program, started through GNU time: all it can inherit is GNU time's own small peak. */
export function throughGnuTime(
  { executable }: GnuTime,
  { command, environment }: Launchable,
): Launchable {
  return { command: [executable, '-f', `${MARK} %M`, ...command], environment };
}

/** The peak in bytes that GNU time wrote after the output of the program; undefined when it wrote none. */
export function peakInStderr(stderr: string): number | undefined {
  const kilobytes = stderr.slice(stderr.lastIndexOf(MARK)).match(/: (\d+)\s*$/)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/**
 * Runs a contract program, unobserved, from start to end and asks GNU time for its peak in bytes. That instrument shares
 * no code, no counter and no moment of measurement with ours.
 *
 * @param checkpoints how many the program has: it is released from all of them in advance.
 * @throws ToolFailure when the program fails.
 */
export async function peakByGnuTime(
  launchable: Launchable,
  request: readonly string[],
  checkpoints: number,
): Promise<number | Missing> {
  const time = await findGnuTime();
  if (isMissing(time)) return time;
  const stderr = await runToItsEnd(throughGnuTime(time, launchable), request, checkpoints);
  return peakInStderr(stderr) ?? { missing: `${time.executable} told no peak`, remedy: INSTALL };
}
