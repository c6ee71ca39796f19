import { isMissing } from '../model/runtime.ts';
import type { Child, LaunchRequest } from './child.ts';
import { launchAlone } from './launch-alone.ts';
import { launchWithLauncher } from './launch-with-launcher.ts';
import { findLauncher } from './launcher/find-launcher.ts';

/**
 * Starts a program in a session of its own (setsid), with pipes on stdin and stdout and exactly the given environment:
 * with the launcher where there is one, so that nothing of it escapes and its end is told exactly.
 *
 * @returns the child, or a sentence saying why it could not be started.
 */
export async function launch(request: LaunchRequest): Promise<Child | string> {
  const launcher = await findLauncher();
  return isMissing(launcher) ? launchAlone(request) : launchWithLauncher(launcher, request);
}
