/** Room for names of runtimes beside a plot: what they need, but never so much that the plot vanishes. */
export function namesWidth(names: readonly string[], width: number): number {
  return Math.min(Math.max(0, ...names.map((name) => textWidth(name))), Math.round(0.45 * width));
}

/** About how wide a text is. It is an estimate: measuring with a font would give each machine another chart. */
export function textWidth(text: string, fontSize = 12): number {
  return Math.ceil(text.length * fontSize * 0.6);
}

/** The same of a bold text of 12 px, as titles of panels are. */
export function boldWidth(text: string): number {
  return Math.ceil(text.length * 12 * 0.65);
}

/** A text as it is where it fits; else its start and an ellipsis. ECharts would cut by the width of no font in particular. */
export function cutText(
  text: string,
  width: number,
  widthOf: (text: string) => number = textWidth,
): string {
  if (widthOf(text) <= width) return text;
  let end = text.length - 1;
  while (end > 1 && widthOf(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end)}…`;
}
