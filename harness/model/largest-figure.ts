/**
 * The largest figure that is believed: a petabyte, 30 million years, a quadrillion of anything. What is larger is damage
 * or a lie. Below it, every integer is exact as a double.
 */
export const LARGEST_FIGURE = 1e15;

/** The minimum of a figure that may be below 0: a growth, a slope, a difference. */
export const ANY_SIGN = -LARGEST_FIGURE;
