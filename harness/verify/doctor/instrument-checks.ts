import { chooseInstrument } from '../../kernel/choose-instrument.ts';
import { pollingInstrument } from '../../kernel/polling-instrument.ts';
import { readCounter } from '../../kernel/read-counters.ts';
import { isMissing } from '../../model/runtime.ts';
import { placeForRuns } from '../../run/group-for-run.ts';
import { findLauncher } from '../../run/launcher/find-launcher.ts';
import { formatBytes } from '../../text/quantity.ts';
import { findGnuTime } from '../second-instrument/gnu-time.ts';
import { type Check, unavailable } from './check.ts';

/** Which ways of reading memory from outside work here. Runs are measured by the first that does. */
export async function instrumentChecks(): Promise<readonly Check[]> {
  return [
    countersCheck(),
    await pollingCheck(),
    await gnuTimeCheck(),
    await launcherCheck(),
    await cgroupCheck(),
  ];
}

const READS = 50;

/** The kernel's exact counters, tried on this process. */
function countersCheck(): Check {
  const what = 'kernel counters (/proc)';
  const status = timed(() => readCounter('self', 'peakRssBytes'));
  if (status.value === null) {
    return unavailable(what, { missing: 'no /proc/PID/status with VmHWM', remedy: 'use Linux' });
  }
  const rollup = timed(() => readCounter('self', 'pssBytes'));
  if (rollup.value === null) {
    const missing = 'no /proc/PID/smaps_rollup, so there is no PSS';
    return unavailable(what, { missing, remedy: 'use Linux 4.14 or later' });
  }
  const seen = `status in ${status.milliseconds} ms, smaps_rollup in ${rollup.milliseconds} ms`;
  return { what, seen: `${seen}${inUse('proc')}`, bound: '', verdict: 'ok' };
}

/** Polling with the system's own tool, tried on this process. */
async function pollingCheck(): Promise<Check> {
  const what = 'polling (pidusage)';
  const monitor = pollingInstrument.attach(process.pid);
  const snapshot = await monitor.sample();
  monitor.close();
  return snapshot === undefined || snapshot.rssBytes === 0
    ? unavailable(what, {
        missing: 'it cannot see this process',
        remedy: 'apt install procps',
      })
    : {
        what,
        seen: `sees ${formatBytes(snapshot.rssBytes)} here; misses short peaks${inUse('pidusage')}`,
        bound: '',
        verdict: 'ok',
      };
}

/** The instrument that ours is compared with. */
async function gnuTimeCheck(): Promise<Check> {
  const what = 'GNU time (ru_maxrss)';
  const found = await findGnuTime();
  return isMissing(found)
    ? unavailable(what, found)
    : { what, seen: `${found.executable}, version ${found.version}`, bound: '', verdict: 'ok' };
}

/** Without it short commands, and processes that leave the session, are seen only when a sample happens to see them. */
async function launcherCheck(): Promise<Check> {
  const what = 'launcher (wait4)';
  const launcher = await findLauncher();
  return isMissing(launcher)
    ? unavailable(what, launcher)
    : { what, seen: 'tells the exact end of every process of a run', bound: '', verdict: 'ok' };
}

/** Another second instrument, where a control group can be made for a run. */
async function cgroupCheck(): Promise<Check> {
  const what = 'cgroup memory.peak';
  const place = await placeForRuns();
  return isMissing(place)
    ? unavailable(what, place)
    : { what, seen: `groups can be made in ${place.folder}`, bound: '', verdict: 'ok' };
}

/** Says which instrument measures runs. */
function inUse(id: 'proc' | 'pidusage'): string {
  return chooseInstrument().id === id ? '; measures runs' : '';
}

/** The mean time of some reads: the first alone would time code that has not been compiled yet. */
function timed<Value>(read: () => Value): { readonly value: Value; readonly milliseconds: string } {
  const start = performance.now();
  let value = read();
  for (let count = 1; count < READS; count += 1) value = read();
  return { value, milliseconds: ((performance.now() - start) / READS).toPrecision(2) };
}
