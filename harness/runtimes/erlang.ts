import { readdirSync } from 'node:fs';
import { isMissing, type Launchable, type Missing, type Runtime } from '../model/runtime.ts';
import { buildEnvironment } from '../provision/build-environment.ts';
import { contentCache } from '../provision/content-cache.ts';
import { workloadsPath } from '../provision/places.ts';
import { sourcesIn } from '../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../provision/tool-output.ts';
import { inRange } from '../provision/version-match.ts';
import { COMPILED_BEFORE } from '../workloads/warm-sleep.ts';
import { emulatorCommand, findOtp, type Otp } from './beam/beam.ts';
import { BEAM_OUT_OF_MEMORY } from './beam/beam-out-of-memory.ts';

const INSTALL = 'apt install erlang-base';

export const runtime: Runtime = {
  id: 'erlang',
  title: 'Erlang',
  family: 'beam',
  outOfMemory: [BEAM_OUT_OF_MEMORY],
  lacks: COMPILED_BEFORE,
  async locate(range) {
    const otp = await findOtp();
    if (otp === undefined) return { missing: 'no "erl" on the PATH', remedy: INSTALL };
    const here = inRange(otp, range, INSTALL);
    if (isMissing(here)) return here;
    return {
      executable: otp.emulator,
      version: otp.version,
      source: 'erl of the PATH',
      prepare: () => compile(otp),
    };
  },
};

async function compile(otp: Otp): Promise<Launchable | Missing> {
  const source = workloadsPath('erlang');
  return unlessToolFails('erlc failed', INSTALL, async () => {
    const inputs = [otp.version, ...sourcesIn(source)];
    const beams = await contentCache('erlang', inputs, async (draft) => {
      const files = readdirSync(source).filter((file) => file.endsWith('.erl'));
      const environment = buildEnvironment();
      await toolOutput(['erlc', '-o', draft, ...files], { cwd: source, environment });
    });
    const program = ['-noshell', '-pa', beams, '-s', 'tasks', 'main', '-extra'];
    return emulatorCommand(otp, ['erl', '-emu_args_exit', ...program]);
  });
}
