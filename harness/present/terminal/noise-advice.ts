import { NOISE_FLAGS, type NoiseFlag } from '../../kernel/noise-flags.ts';
import type { RunRow } from '../../results/tables/runs.ts';
import { formatCount } from '../../text/quantity.ts';

/** What to do about a flag, where there is something. */
const ADVICE: Readonly<Partial<Record<NoiseFlag, string>>> = {
  'other-cpu': 'Stop other programs and measure again',
  steal: 'Measure on a machine that nobody shares',
  throttled: 'Give the container more CPU and measure again',
  swap: 'Free memory and measure again',
  'memory-pressure': 'Free memory and measure again',
  'io-pressure': 'Measure again when the disk is idle',
  'sampler-gap': 'Only curves of memory over time suffer',
  'rss-differs': 'Trust the exact count, parked_pss_bytes',
};

/** More runs than this are counted and not named. */
const NAMED_RUNS = 3;

/** A sentence for each noise flag: which runs have it, what it means, and what to do. */
export function noiseAdvice(runs: readonly RunRow[]): readonly string[] {
  return (Object.keys(NOISE_FLAGS) as NoiseFlag[]).flatMap((flag) => {
    const flagged = runs.filter((run) => run.noise_flags?.split(' ').includes(flag));
    if (flagged.length === 0) return [];
    const which =
      flagged.length > NAMED_RUNS
        ? `${formatCount(flagged.length)} of ${formatCount(runs.length)} runs`
        : flagged.map(nameOfRun).join(', ');
    const advice = ADVICE[flag] === undefined ? '' : ` ${ADVICE[flag]}.`;
    return [`noisy (${flag}): ${which}; ${NOISE_FLAGS[flag]}.${advice}`];
  });
}

function nameOfRun({ runtime_id, workload, tasks, repeat }: RunRow): string {
  return `${runtime_id} ${workload} ${formatCount(tasks)} repeat ${repeat}`;
}
