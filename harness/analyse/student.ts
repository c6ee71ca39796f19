import { gammaln } from 'simple-statistics';

/** Enough halvings for full double precision. */
const HALVINGS = 64;
const LEAST_TERM = 1e-15;
const MOST_TERMS = 1_000;

/**
 * The two-sided quantile of Student's t distribution: |t| stays below it with the given probability. Half-widths use it
 * when the spread is estimated from few values.
 *
 * @param confidence between 0 and 1, e.g. 0.95.
 * @param degrees degrees of freedom above 0, possibly fractional (Welch).
 */
export function studentQuantile(confidence: number, degrees: number): number {
  // Works on the tail, because 1 - 1e-6 loses digits. |t| is large when degrees / (degrees + t^2) is small.
  const tail = 1 - confidence;
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, degrees / 2, 0.5) < tail) low = middle;
    else high = middle;
  }
  return Math.sqrt((degrees * (1 - high)) / high);
}

/** The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22), evaluated with Lentz's method. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below this point; above it, the symmetry relation applies (DLMF 8.17.4).
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const factor = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let term = 1; term < MOST_TERMS; term += 1) {
    const even = (term * (b - term) * x) / ((a + 2 * term - 1) * (a + 2 * term));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + term) * (a + b + term) * x) / ((a + 2 * term) * (a + 2 * term + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < LEAST_TERM) break;
  }
  return (factor * fraction) / a;
}
