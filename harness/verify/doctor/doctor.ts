import type { Catalogue } from '../../catalogue.ts';
import type { Missing } from '../../model/runtime.ts';
import { type CheckGroup, unavailable } from './check.ts';
import { instrumentChecks } from './instrument-checks.ts';
import { knownMemoryChecks } from './known-memory-checks.ts';
import { samplerChecks } from './sampler-checks.ts';
import { secondInstrumentChecks } from './second-instrument-checks.ts';
import { settingsChecks } from './settings-checks.ts';

/** All that the doctor checks. Settings come first: everything after them puts load on the machine. */
export function checkGroups(
  catalogue: Catalogue,
  fixture: string | Missing,
): readonly CheckGroup[] {
  const withFixture = (what: string, check: (path: string) => ReturnType<CheckGroup['check']>) =>
    typeof fixture === 'string' ? () => check(fixture) : async () => [unavailable(what, fixture)];
  return [
    { heading: 'Settings of this machine', check: settingsChecks },
    { heading: 'Instruments', check: instrumentChecks },
    { heading: 'Sampler', check: withFixture('sampler', samplerChecks) },
    {
      heading: 'Error on programs of known memory and time',
      check: withFixture('programs', knownMemoryChecks),
    },
    {
      heading: 'Agreement with a second instrument',
      check: () => secondInstrumentChecks(fixture, catalogue),
    },
  ];
}
