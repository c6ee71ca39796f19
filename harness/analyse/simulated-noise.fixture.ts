import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws a random factor that simulates noise. Seeded, so that a simulation does not fail by chance. */
export type Noise = () => number;

/** Proportional noise: log-normal, with a median of 1 and a relative spread of about `spread`. */
export function proportionalNoise(spread: number, seed = 1): Noise {
  const generator = xoroshiro128plus(seed);
  // Box-Muller
  const gaussian = () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator))) *
    Math.cos(2 * Math.PI * uniformFloat64(generator));
  return () => Math.exp(spread * gaussian());
}

/** Simulates a garbage collector that runs in some of the runs: `share` of them are 10 % higher, and all scatter by 1 %. */
export function bimodalNoise(share: number, seed = 1): Noise {
  const generator = xoroshiro128plus(seed + 1_000);
  const proportional = proportionalNoise(0.01, seed);
  return () => proportional() * (uniformFloat64(generator) < share ? 1.1 : 1);
}

/** Draws `count` measurements of a true value. */
export function drawn(count: number, truth: number, noise: Noise): readonly number[] {
  return Array.from({ length: count }, () => truth * noise());
}

/** The share of trials in which a predicate holds. */
export function shareOf(trials: number, holds: () => boolean): number {
  let held = 0;
  for (let trial = 0; trial < trials; trial += 1) if (holds()) held += 1;
  return held / trials;
}
