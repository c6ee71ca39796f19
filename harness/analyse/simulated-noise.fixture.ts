import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws what noise makes of a figure: a factor. Seeded, so that a simulation never fails by chance alone. */
export type Noise = () => number;

/** Noise in proportion to the figure, of about so many percent: log-normal, with a median of 1. */
export function proportionalNoise(spread: number, seed = 1): Noise {
  const generator = xoroshiro128plus(seed);
  // Box-Muller
  const gaussian = () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator))) *
    Math.cos(2 * Math.PI * uniformFloat64(generator));
  return () => Math.exp(spread * gaussian());
}

/** A collector that runs or does not: some share of the runs is 10 % higher, and all scatter by 1 %. */
export function bimodalNoise(share: number, seed = 1): Noise {
  const generator = xoroshiro128plus(seed + 1_000);
  const proportional = proportionalNoise(0.01, seed);
  return () => proportional() * (uniformFloat64(generator) < share ? 1.1 : 1);
}

/** So many figures of a true value. */
export function drawn(count: number, truth: number, noise: Noise): readonly number[] {
  return Array.from({ length: count }, () => truth * noise());
}

/** How often something holds, of so many trials. */
export function shareOf(trials: number, holds: () => boolean): number {
  let held = 0;
  for (let trial = 0; trial < trials; trial += 1) if (holds()) held += 1;
  return held / trials;
}
