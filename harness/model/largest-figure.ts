/**
 * The largest figure that is believed: a petabyte, 30 million years, a quadrillion of anything. What is larger is damage
 * or a lie. Below it, every integer is exact as a double.
 */
export const LARGEST_FIGURE = 1e15;
