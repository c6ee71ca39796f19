import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';

/** What the launcher says of a run, a line each; the words are explained at the head of `launcher.c`. */
export type LauncherReport =
  | {
      readonly event: 'started';
      readonly pid: number;
      readonly isInGroup: boolean;
      /** On the machine's monotonic clock, which is also `process.hrtime`'s. */
      readonly nanoseconds: bigint;
    }
  | { readonly event: 'failed'; readonly error: string }
  | { readonly event: 'ended'; readonly process: EndedProcess };

/** A process that has ended, by the kernel's own account (wait4(2)). */
export interface EndedProcess {
  readonly pid: number;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Its high-water mark, or that of the largest process that it had waited for. */
  readonly peakRssBytes: number;
  /** With what it had waited for. */
  readonly userCpuSeconds: number;
  readonly systemCpuSeconds: number;
  readonly hasWaitedForChildren: boolean;
  readonly nanoseconds: bigint;
}

/** Parses one line. The program cannot write on that socket, so a line that does not parse is a mistake of ours. */
export function parseLauncherReport(line: string): LauncherReport {
  const [event, ...words] = line.split(' ');
  const number = (index: number) => Number(words[index]);
  switch (event) {
    case 'started':
      return {
        event,
        pid: number(0),
        isInGroup: number(1) === 1,
        nanoseconds: BigInt(words[2] ?? 0),
      };
    case 'failed':
      return { event, error: getSystemErrorName(-number(0)) };
    case 'ended':
      return {
        event,
        process: {
          pid: number(0),
          exitCode: number(2) === 0 ? number(1) : null,
          signal: signalName(number(2)),
          peakRssBytes: number(3) * 1024,
          userCpuSeconds: number(4) / 1e6,
          systemCpuSeconds: number(5) / 1e6,
          hasWaitedForChildren: number(6) > 0,
          nanoseconds: BigInt(words[7] ?? 0),
        },
      };
    default:
      throw new Error(`the launcher said ${JSON.stringify(line)}`);
  }
}

/** Null for 0; a signal that has no name (a real-time one) goes by its number. */
function signalName(number: number): string | null {
  if (number === 0) return null;
  const names = Object.entries(constants.signals);
  return names.find(([, value]) => value === number)?.[0] ?? `signal ${number}`;
}
