import type { Catalogue } from '../../catalogue.ts';
import { hasProcFile } from '../../kernel/platform.ts';
import { isMissing, type Missing } from '../../model/runtime.ts';
import type { Workload } from '../../model/workload.ts';
import { bareEnvironment } from '../../provision/child-environment.ts';
import {
  chooseRuntimes,
  foundOf,
  type Provided,
  provide,
  type Sought,
  seek,
} from '../../provision/provide.ts';
import { ToolFailure } from '../../provision/tool-output.ts';
import { peakByCgroup } from '../second-instrument/cgroup-peak.ts';
import { findGnuTime, type GnuTime, peakByGnuTime } from '../second-instrument/gnu-time.ts';
import { peaksOfOneRun } from '../second-instrument/second-instrument.ts';
import { typicalPeaks } from '../second-instrument/typical-peaks.ts';
import { agreementCheck } from './agreement.ts';
import { type Check, unavailable } from './check.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { measureFixture } from './measure-fixture.ts';
import { treeByCgroup } from './tree-by-cgroup.ts';

const WORKLOAD = 'spawn-join';
const TASKS = 10_000;

/** Our instrument against others, for a program of known memory and for every runtime that is found. */
export async function secondInstrumentChecks(
  fixture: string | Missing,
  { runtimes, workloads }: Catalogue,
): Promise<readonly Check[]> {
  const checks = [
    await steadyByGnuTime(fixture),
    await steadyByCgroup(fixture),
    await treeByCgroup(fixture),
  ];
  const time = await findGnuTime();
  if (isMissing(time)) return [...checks, unavailable('every runtime, by GNU time', time)];
  if (!hasProcFile('status')) {
    const missing = { missing: 'no /proc to tell a program from GNU time', remedy: 'use Linux' };
    return [...checks, unavailable('every runtime, by GNU time', missing)];
  }
  const workload = workloads.get(WORKLOAD);
  if (workload === undefined) throw new Error(`there is no workload "${WORKLOAD}"`);
  const sought = await seek(chooseRuntimes(runtimes, undefined));
  const { provided, missing } = await provide(foundOf(sought));
  for (const one of provided) checks.push(await runtimeCheck(time, one, workload));
  return [...checks, ...[...sought, ...missing].flatMap(absentRuntime)];
}

const STEADY = 'steady 256 MiB';
const REQUEST = ['steady', '1', 'mib=256'] as const;
const CHECKPOINTS = 3;

/** One run under GNU time alone, and one under our instrument. */
async function steadyByGnuTime(fixture: string | Missing): Promise<Check> {
  const what = `${STEADY}, by GNU time`;
  if (typeof fixture !== 'string') return unavailable(what, fixture);
  return checkOrFailure(what, async () => {
    const launchable = { command: [fixture], environment: bareEnvironment } as const;
    const theirs = await peakByGnuTime(launchable, REQUEST, CHECKPOINTS);
    if (typeof theirs !== 'number') return unavailable(what, theirs);
    const { run } = await measureFixture(fixture, 'steady', { mib: 256 });
    return agreementCheck(what, run.peak_rss_bytes, theirs);
  });
}

/** A control group counts more than resident memory, so both sides are net of a program that touches nothing. */
async function steadyByCgroup(fixture: string | Missing): Promise<Check> {
  const what = `${STEADY} less 0 MiB, by cgroup`;
  if (typeof fixture !== 'string') return unavailable(what, fixture);
  return checkOrFailure(what, async () => {
    const launchable = { command: [fixture], environment: bareEnvironment } as const;
    const base = await peakByCgroup(launchable, ['steady', '1', 'mib=0'], CHECKPOINTS);
    const theirs = await peakByCgroup(launchable, REQUEST, CHECKPOINTS);
    if (typeof base !== 'number') return unavailable(what, base);
    if (typeof theirs !== 'number') return unavailable(what, theirs);
    const ourBase = (await measureFixture(fixture, 'steady', { mib: 0 })).run.peak_rss_bytes;
    const ours = (await measureFixture(fixture, 'steady', { mib: 256 })).run.peak_rss_bytes;
    const net = ours === null || ourBase === null ? null : ours - ourBase;
    return agreementCheck(what, net, theirs - base);
  });
}

/** Runs of a runtime, each measured by both instruments. */
async function runtimeCheck(
  time: GnuTime,
  { runtime, launchable }: Provided,
  workload: Workload,
): Promise<Check> {
  const what = `${runtime.id}, by GNU time`;
  return checkOrFailure(what, async () => {
    const size = { tasks: TASKS, parameters: workload.parameters };
    const { status, oursBytes, theirsBytes } = await typicalPeaks(() =>
      peaksOfOneRun(time, launchable, workload, size),
    );
    if (status !== 'ok') throw new ToolFailure(`its run of ${WORKLOAD} ended as ${status}`);
    return agreementCheck(what, oursBytes, theirsBytes);
  });
}

/** A runtime that is missing cannot be checked. */
function absentRuntime({ runtime, found }: Sought): readonly Check[] {
  return isMissing(found) ? [unavailable(`${runtime.id}, by GNU time`, found)] : [];
}
