import { LAST_CHECKPOINT, PARKED } from '../../model/workload.ts';
import { latenessFault } from '../../run/judge-lateness.ts';
import { TIMER_GRAIN_SECONDS } from '../../run/judge-work.ts';
import { type Heard, PATIENCE_SECONDS } from './converse.ts';
import type { Mistake } from './mistake.ts';
import { type Probe, requestOf } from './probe.ts';

/** What the pipe and a busy machine may add to a time that is measured from outside. */
const CLOCK_SLACK_SECONDS = 0.05;

/**
 * Everything that is wrong with what a program reported, given that it reported every checkpoint: counts, tasks alive at
 * once, times, and whether it did what its parameters say.
 */
export function checkWork(probe: Probe, heard: readonly Heard[]): readonly Mistake[] {
  const { workload, tasks, parameters, treatment } = probe;
  const request = requestOf(probe).join(' ');
  const mistakes: Mistake[] = [];
  const at = (name: string) => heard.find((one) => one.name === name);
  const wrong = (rule: string, sent: string | undefined, sentence: string) =>
    mistakes.push({ rule, workload: workload.id, request, sent, sentence });
  /** A number that has to be there, and to have one value where only one is true. */
  const requireFact = (name: string, key: string, value?: number) => {
    const { facts = {}, text } = at(name) ?? {};
    const said = facts[key];
    if (said === undefined) wrong(`${name} ${key}`, text, `${key}= is missing`);
    else if (value !== undefined && said !== value) {
      wrong(`${name} ${key}`, text, `${key} is ${said}, and must be ${value}`);
    }
  };

  const expected = workload.expectedTasks(tasks, parameters);
  requireFact(LAST_CHECKPOINT, 'started', expected);
  requireFact(LAST_CHECKPOINT, 'finished', expected);
  if (workload.concurrency === 'counted') {
    requireFact(PARKED, 'live', tasks);
    requireFact(LAST_CHECKPOINT, 'live_peak', tasks);
  } else if (at(PARKED)?.facts.live !== undefined) {
    requireFact(PARKED, 'live', tasks);
  }
  if (parameters.heap === 1) {
    for (const name of ['ready', PARKED]) requireFact(name, 'heap_bytes');
  }

  const passed = (name: string) => at(name) ?? { arrivedSeconds: 0, releasedSeconds: 0, facts: {} };
  const fault = latenessFault(workload, probe, passed);
  if (fault !== undefined) wrong('lateness', at(LAST_CHECKPOINT)?.text, fault);

  const { from, to } = workload.timed;
  requireFact(to, 'seconds');
  const start = at(from)?.releasedSeconds ?? 0;
  const end = at(to);
  const outside = (end?.arrivedSeconds ?? 0) - start;
  const inside = end?.facts.seconds ?? 0;
  if (inside > outside + CLOCK_SLACK_SECONDS) {
    const sentence = `only ${outside.toFixed(3)} s went by since "${from}" was released`;
    wrong(`${to} seconds`, end?.text, sentence);
  }

  const least = workload.leastSeconds(parameters);
  const last = at(LAST_CHECKPOINT);
  const worked = (last?.arrivedSeconds ?? 0) - (at('ready')?.releasedSeconds ?? 0);
  const took = `it came ${worked.toFixed(3)} s after "ready" was released`;
  if (worked < least - TIMER_GRAIN_SECONDS) {
    wrong('length', last?.text, `${took}, and the work takes at least ${least} s`);
  }
  if (treatment === 'release' && worked > least * 2 + PATIENCE_SECONDS / 2) {
    wrong('length', last?.text, `${took}, where ${least} s were asked for`);
  }
  return mistakes;
}
