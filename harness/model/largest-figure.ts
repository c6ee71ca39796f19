/**
 * The largest plausible value: one petabyte, 30 million years, or a count of 10^15. A larger value is damaged or forged.
 * Every integer up to it is exact as a double.
 */
export const LARGEST_FIGURE = 1e15;

/** The minimum of a value that may be negative, such as a growth, a slope or a difference. */
export const ANY_SIGN = -LARGEST_FIGURE;
