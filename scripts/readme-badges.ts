import { type Badge, badgeSvg } from '../harness/present/readme/badge.ts';
import { README_IMAGES } from '../harness/present/readme/readme-sections.ts';
import type { Results } from '../harness/results/read-results.ts';

/** What the badges say. */
export interface BadgeFacts {
  readonly results: readonly Pick<Results, 'facts'>[];
  readonly runtimes: ReadonlyMap<string, unknown>;
  /** The largest error of the harness's figures in the bench. */
  readonly error: number | undefined;
}

/** The badges of README.md: facts that follow from committed files, as images that are committed. */
export function badgeParts({ results, runtimes, error }: BadgeFacts): {
  readonly section: string;
  readonly images: ReadonlyMap<string, string>;
} {
  const days = results.map(({ facts }) => facts.createdAt.slice(0, 10)).sort();
  const badges: readonly Badge[] = [
    { name: 'runtimes', value: String(runtimes.size) },
    ...(error === undefined
      ? []
      : [{ name: 'worst error', value: `${(error * 100).toFixed(1)} %` }]),
    ...days.slice(-1).map((day) => ({ name: 'measured', value: day })),
    { name: 'licence', value: 'MIT' },
  ];
  const pathOf = ({ name }: Badge) => `${README_IMAGES}/badge-${name.replace(' ', '-')}.svg`;
  return {
    section: badges.map((badge) => `![${badge.name}: ${badge.value}](${pathOf(badge)})`).join('\n'),
    images: new Map(badges.map((badge) => [pathOf(badge), badgeSvg(badge)])),
  };
}
