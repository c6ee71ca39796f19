import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, expect, test, vi } from 'vitest';
import { emulatorCommand, findOtp, raisedProcessLimit } from './beam.ts';

const otp = await findOtp();
if (otp === undefined) console.warn('SKIPPED: the command of the emulator: no "erl" on the PATH');

afterEach(() => vi.unstubAllEnvs());

test.skipIf(otp === undefined)(
  "the user's flags are no part of the emulator's command",
  async () => {
    if (otp === undefined) return;
    const command = async () => (await emulatorCommand(otp, ['erl', '-emu_args_exit'])).command;
    const before = await command();
    vi.stubEnv('ERL_AFLAGS', '+S 1:1');
    vi.stubEnv('ERL_FLAGS', '+hms 4242');
    vi.stubEnv('ERL_ZFLAGS', '-leak');
    expect(await command()).toEqual(before);
  },
);

test.skipIf(otp === undefined)('an emulator that crashes leaves no file behind', async () => {
  if (otp === undefined) return;
  const crash = ['-noshell', '-eval', 'erlang:halt("crashed")', '-emu_args_exit'];
  const { command, environment } = await emulatorCommand(otp, ['erl', ...crash]);
  if (environment === 'inherited') throw new Error('it has an environment of its own');
  const [emulator, ...words] = command;
  const cwd = mkdtempSync(join(tmpdir(), 'tasktax-crash-'));
  const options = { cwd, env: environment, extendEnv: false, reject: false } as const;
  expect((await execa(emulator, words, options)).stderr).toContain('crashed');
  expect(readdirSync(cwd)).toEqual([]);
});

test.each([
  ['25.2.3', 261_144, []],
  ['25.2.3', 261_145, ['-P', '524288']],
  ['26.2', 1_000_000, ['-P', '1048576']],
  ['27.0', 1_000_000, []],
  ['28', 1_047_576, []],
  ['28', 1_047_577, ['-P', '2097152']],
])(
  'OTP %s, %i tasks: the limit of processes is raised only where its own does not do: %j',
  (otpVersion, tasks, flags) => {
    expect(raisedProcessLimit(otpVersion).flags(tasks)).toEqual(flags);
  },
);

test('the tables say from how many tasks on', () => {
  expect(raisedProcessLimit('25.2.3').said).toBe(
    '-P <the next power of two> for more than 261144 tasks',
  );
  expect(raisedProcessLimit('27.1').said).toBe(
    '-P <the next power of two> for more than 1047576 tasks',
  );
});
