import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws a random factor that simulates noise. Seeded, so that a simulation does not fail by chance. */
export type Noise = () => number;

/** Proportional noise: log-normal, with a median of 1 and a relative spread of about `spread`. */
export function proportionalNoise(spread: number, seed = 1): Noise {
  const gaussian = gaussianNoise(seed);
  return () => Math.exp(spread * gaussian());
}

/** Simulates a garbage collector that runs in some of the runs: `share` of them are 10 % higher, and all scatter by 1 %. */
export function bimodalNoise(share: number, seed = 1): Noise {
  const isHigher = uniformNoise(seed + 1_000);
  const proportional = proportionalNoise(0.01, seed);
  return () => proportional() * (isHigher() < share ? 1.1 : 1);
}

/** Skewed noise: no run is below 1, and most are a little above it (exponential, with a mean of `spread`). */
export function skewedNoise(spread: number, seed = 1): Noise {
  const uniform = uniformNoise(seed);
  return () => 1 - spread * Math.log(1 - uniform());
}

/** Noise with wild runs on both sides: Student's with two degrees of freedom, whose variance is infinite, on logarithms. */
export function heavyTailedNoise(spread: number, seed = 1): Noise {
  const gaussian = gaussianNoise(seed);
  const uniform = uniformNoise(seed + 1_000);
  return () => Math.exp(Math.max(-1, (spread * gaussian()) / Math.sqrt(-Math.log(1 - uniform()))));
}

/** Noise from 0 to 1, each value as likely as any other. */
export function uniformNoise(seed = 1): Noise {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** Normal noise around 0 (Box-Muller). */
function gaussianNoise(seed: number): Noise {
  const uniform = uniformNoise(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
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
