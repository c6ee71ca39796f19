import type { Launchable } from '../../model/runtime.ts';
import { PARKED, type Workload } from '../../model/workload.ts';
import { commandLine } from '../../run/command-line.ts';
import { checkWork } from './check-work.ts';
import { type Conversation, converse } from './converse.ts';
import type { Mistake } from './mistake.ts';
import { type Probe, probesOf, requestOf } from './probe.ts';
import { withProgram } from './program.ts';

/**
 * Puts a program through every probe of a workload. A program that cannot hold the conversation is asked no more of that
 * workload: all that follows would be the same mistake again.
 */
export async function verifyWorkload(
  launchable: Launchable,
  workload: Workload,
): Promise<readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const planned of probesOf(workload)) {
    const { probe, heard, mistake } = await probedLongEnough(launchable, planned);
    if (mistake !== undefined) {
      mistakes.push(mistake);
      if (mistake.rule !== 'stdin closed') break;
    } else if (typeof probe.treatment === 'string') {
      mistakes.push(...checkWork(probe, heard));
    }
  }
  return mistakes;
}

/** Three times: more is not for want of time. */
const LONGEST = 8;

/**
 * Where creating the tasks outlasts the shortest of them, they cannot all be alive at once, through no mistake of the
 * program: it is asked again for longer work, as a comparison does.
 */
async function probedLongEnough(
  launchable: Launchable,
  probe: Probe,
  factor = 1,
): Promise<Conversation & { readonly probe: Probe }> {
  const conversation = await probed(launchable, probe);
  const longer = probe.workload.lengthen?.(probe.parameters);
  return longer !== undefined && factor < LONGEST && isTooShort(probe, conversation)
    ? probedLongEnough(launchable, { ...probe, parameters: longer }, factor * 2)
    : { ...conversation, probe };
}

function isTooShort({ workload, parameters }: Probe, { heard }: Conversation): boolean {
  const at = (name: string) => heard.find((one) => one.name === name);
  const ready = at('ready');
  const parked = at(PARKED);
  if (ready === undefined || parked === undefined) return false;
  const created = parked.arrivedSeconds - ready.releasedSeconds;
  return created >= workload.leastSeconds(parameters);
}

async function probed(launchable: Launchable, probe: Probe): Promise<Conversation> {
  const { workload } = probe;
  const command = commandLine(launchable, probe, workload);
  const conversation = await withProgram(command, launchable.environment, (program) =>
    converse(probe, program),
  );
  if (typeof conversation !== 'string') return conversation;
  const about = { workload: workload.id, request: requestOf(probe).join(' ') };
  return { heard: [], mistake: { rule: 'start', sentence: conversation, ...about } };
}
