import type { Catalogue } from '../catalogue.ts';
import type { Suite } from '../model/suite.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { ConfigError } from './config-error.ts';
import type { LoadedConfig } from './load-config.ts';
import { programRuntime } from './program-runtime.ts';

const REPEATS = 3;

/**
 * The catalogue with what the user has added to it.
 *
 * @throws ConfigError for names that are taken, and for workloads and parameters that are not known.
 */
export function withConfig(catalogue: Catalogue, config: LoadedConfig | undefined): Catalogue {
  if (config === undefined) return catalogue;
  const mistakes = wrongNames(catalogue, config).map((mistake) => `${config.name}: ${mistake}`);
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  const { suites = [], programs = [], folder } = config;
  const known = [...catalogue.workloads.keys()];
  return {
    ...catalogue,
    suites: new Map([...catalogue.suites, ...suites.map((one) => [one.id, suiteOf(one)] as const)]),
    runtimes: new Map([
      ...catalogue.runtimes,
      ...programs.map((one) => [one.id, programRuntime(one, folder, known)] as const),
    ]),
  };
}

type ConfiguredSuite = NonNullable<LoadedConfig['suites']>[number];

function suiteOf(configured: ConfiguredSuite): Suite {
  const { id, title = id, repeats = configured.untilSettled ?? REPEATS, series } = configured;
  return {
    id,
    title: () => title,
    repeats,
    publishes: false,
    series: series.map(({ workload, tasks: sizes, parameters }) => ({
      workload,
      sizes,
      ...(parameters === undefined ? {} : { variants: () => parameters }),
    })),
  };
}

function wrongNames(
  { suites: knownSuites, runtimes, workloads }: Catalogue,
  { suites = [], programs = [] }: LoadedConfig,
): readonly string[] {
  const contracts = [...workloads.values()].filter(({ keepsContract }) => keepsContract !== false);
  const names = contracts.map(({ id }) => id);
  const unknownWorkload = (place: string, name: string) =>
    names.includes(name)
      ? []
      : [`${place}: unknown workload "${name}": ${nearestWord(name, names)}`];
  const repeatedTwice = suites.flatMap(({ repeats, untilSettled }, index) =>
    repeats === undefined || untilSettled === undefined
      ? []
      : [`suites[${index}]: repeats and untilSettled exclude each other: choose one`],
  );
  return [
    ...repeatedTwice,
    ...taken('suites', suites, knownSuites),
    ...suites.flatMap(({ series }, suite) =>
      series.flatMap(({ workload, parameters = [] }, index) => {
        const place = `suites[${suite}].series[${index}]`;
        const known = Object.keys(workloads.get(workload)?.parameters ?? {});
        const wrong = parameters.flatMap((set, at) =>
          Object.keys(set)
            .filter((key) => names.includes(workload) && !known.includes(key))
            .map(
              (key) =>
                `${place}.parameters[${at}]: "${workload}" has no parameter "${key}": ${nearestWord(key, known)}`,
            ),
        );
        return [...unknownWorkload(`${place}.workload`, workload), ...wrong];
      }),
    ),
    ...taken('programs', programs, runtimes),
    ...programs.flatMap(({ workloads: claimed }, program) =>
      claimed.flatMap((name, index) =>
        unknownWorkload(`programs[${program}].workloads[${index}]`, name),
      ),
    ),
  ];
}

/** An id that stands twice, or that tasktax has itself, would hide one of the two. */
function taken(
  list: string,
  entries: readonly { readonly id: string }[],
  known: ReadonlyMap<string, unknown>,
): readonly string[] {
  return entries.flatMap(({ id }, index) =>
    known.has(id) || entries.findIndex((one) => one.id === id) < index
      ? [`${list}[${index}].id: "${id}" is taken: choose another name`]
      : [],
  );
}
