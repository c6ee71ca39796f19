import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMissing, type Launchable, type Missing, type Runtime } from '../model/runtime.ts';
import { buildEnvironment } from '../provision/build-environment.ts';
import { contentCache } from '../provision/content-cache.ts';
import { onPath } from '../provision/on-path.ts';
import { workloadsPath } from '../provision/places.ts';
import { sourcesIn } from '../provision/sources.ts';
import { toolOutput, unlessToolFails } from '../provision/tool-output.ts';
import { inRange } from '../provision/version-match.ts';
import { COMPILED_BEFORE } from '../workloads/warm-sleep.ts';
import { applicationVersion, emulatorCommand, findOtp, type Otp } from './beam/beam.ts';
import { BEAM_OUT_OF_MEMORY } from './beam/beam-out-of-memory.ts';

const INSTALL = 'apt install elixir';

export const runtime: Runtime = {
  id: 'elixir',
  title: 'Elixir',
  family: 'beam',
  outOfMemory: [BEAM_OUT_OF_MEMORY],
  lacks: { ...COMPILED_BEFORE, timer: "it uses Erlang's timers: see erlang" },
  async locate(range) {
    const [otp, elixir] = await Promise.all([findOtp(), onPath('elixir')]);
    if (otp === undefined || elixir === undefined) {
      return { missing: 'no "elixir" and "erl" on the PATH', remedy: INSTALL };
    }
    const ebin = join(dirname(dirname(elixir)), 'lib/elixir/ebin');
    const application = applicationVersion(ebin);
    if (application === undefined) {
      return {
        missing: `${elixir} is not part of an Elixir installation`,
        remedy: 'put the bin folder of the Elixir installation first on the PATH',
      };
    }
    const version = `${application}+otp-${otp.version}`;
    const here = inRange({ version }, range, INSTALL);
    if (isMissing(here)) return here;
    return {
      executable: otp.emulator,
      version,
      source: 'elixir and erl of the PATH',
      prepare: () => compile(otp, version),
    };
  },
};

async function compile(otp: Otp, version: string): Promise<Launchable | Missing> {
  const source = workloadsPath('elixir');
  return unlessToolFails('elixirc failed', INSTALL, async () => {
    const inputs = [version, ...sourcesIn(source)];
    const beams = await contentCache('elixir', inputs, async (draft) => {
      const files = readdirSync(source).filter((file) => file.endsWith('.ex'));
      const environment = buildEnvironment();
      await toolOutput(['elixirc', '-o', draft, ...files], { cwd: source, environment });
    });
    const program = ['-pa', beams, '-e', 'Tasks.main()', '--'];
    return emulatorCommand(otp, ['elixir', '--erl', '-emu_args_exit', ...program]);
  });
}
