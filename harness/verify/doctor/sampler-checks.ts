import { chooseInstrument } from '../../kernel/choose-instrument.ts';
import type { Instrument, Pace } from '../../kernel/instrument.ts';
import { LARGEST_LATENESS } from '../../kernel/noise-flags.ts';
import type { RunTrace } from '../../run/observe/run-monitor.ts';
import type { Check } from './check.ts';
import { checkOrFailure } from './check-or-failure.ts';
import { measureFixture } from './measure-fixture.ts';

const WATCHED_SECONDS = 3;
const NEVER: Pace = { denseMs: 3_600_000, sparseMs: 3_600_000 };

/** How well the sampler keeps its pace, and how much CPU it uses while a program sleeps. */
export async function samplerChecks(fixture: string): Promise<readonly Check[]> {
  const instrument = chooseInstrument();
  const paces = [
    { what: 'curve', pace: instrument.curvePace },
    { what: 'polling', pace: instrument.pollingPace },
  ];
  const silence = async () => {
    await watchIdle(fixture, instrument, instrument.curvePace, 0.2); // the first run warms us up
    return watchIdle(fixture, instrument, NEVER, WATCHED_SECONDS);
  };
  const silent = silence();
  const checks: Check[] = [];
  for (const { what, pace } of paces) {
    const watched = silent.then(() => watchIdle(fixture, instrument, pace, WATCHED_SECONDS));
    const pacing = checkOrFailure(what, async () => paceCheck(what, (await watched).observed));
    const cost = checkOrFailure(what, async () => {
      return costCheck(what, (await watched).cpuSeconds - (await silent).cpuSeconds);
    });
    checks.push(await pacing, await cost);
  }
  return checks;
}

/** A run of a program that does nothing, and the CPU time that the harness used during it. */
async function watchIdle(
  fixture: string,
  instrument: Instrument,
  pace: Pace,
  seconds: number,
): Promise<{ readonly observed: RunTrace | undefined; readonly cpuSeconds: number }> {
  const before = process.cpuUsage();
  const paced = { instrument: { ...instrument, curvePace: pace } };
  const { finished } = await measureFixture(fixture, 'spike', { mib: 16, seconds }, paced);
  const { user, system } = process.cpuUsage(before);
  return { observed: finished.observed, cpuSeconds: (user + system) / 1e6 };
}

/** The intervals between samples, which are longer on a busy machine. */
export function paceCheck(
  what: string,
  observed: Pick<RunTrace, 'sampling' | 'sampled' | 'curve'> | undefined,
): Check {
  const bound = `max up to ${LARGEST_LATENESS} times`;
  const gaps = Object.values(observed?.sampling ?? {});
  if (observed === undefined || gaps.includes(null)) {
    const seen = `${observed?.curve.length ?? 0} samples`;
    return { what: `${what}: intervals`, seen, bound, verdict: 'unknown' };
  }
  const [p50, p99, max] = gaps.map((seconds) => ((seconds ?? 0) * 1000).toFixed(1));
  const { worstLateness } = observed.sampled;
  return {
    what: `${what}: intervals`,
    seen: `p50 ${p50} ms, p99 ${p99} ms, max ${max} ms, ${worstLateness.toFixed(1)} times the planned interval`,
    bound,
    verdict: worstLateness <= LARGEST_LATENESS ? 'ok' : 'warn',
    advice: 'something delays the harness: curves are coarser, exact figures are not affected',
  };
}

const LARGEST_SHARE = 0.01;

/**
 * The share of one CPU that sampling uses.
 *
 * @param samplingCpuSeconds what the harness used with sampling, minus what it used without.
 */
export function costCheck(what: string, samplingCpuSeconds: number): Check {
  const share = samplingCpuSeconds / WATCHED_SECONDS;
  return {
    what: `${what}: cost`,
    seen: `${(100 * share).toFixed(2)} % of a CPU`,
    bound: `at most ${100 * LARGEST_SHARE} %`,
    verdict: share <= LARGEST_SHARE ? 'ok' : 'warn',
    advice: 'stop other processes: the more there are, the longer it takes to find those of a run',
  };
}
