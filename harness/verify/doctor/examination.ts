import type { Catalogue } from '../../catalogue.ts';
import type { Missing } from '../../model/runtime.ts';
import { type Section, unavailable } from './check.ts';
import { instrumentChecks } from './instruments.ts';
import { knownTruthChecks } from './known-truth.ts';
import { samplingChecks } from './sampling.ts';
import { settingsChecks } from './settings.ts';
import { twoInstrumentsChecks } from './two-instruments.ts';

/** All there is to examine. The settings come first: what follows is itself load on the machine. */
export function examination(catalogue: Catalogue, fixture: string | Missing): readonly Section[] {
  const withFixture = (what: string, examine: (path: string) => ReturnType<Section['examine']>) =>
    typeof fixture !== 'string' ? async () => [unavailable(what, fixture)] : () => examine(fixture);
  return [
    { heading: 'Settings of this machine', examine: settingsChecks },
    { heading: 'Instruments', examine: instrumentChecks },
    { heading: 'Sampler', examine: withFixture('sampler', samplingChecks) },
    {
      heading: 'Error on programs of known memory and time',
      examine: withFixture('programs', knownTruthChecks),
    },
    {
      heading: 'Agreement with a second instrument',
      examine: () => twoInstrumentsChecks(fixture, catalogue),
    },
  ];
}
