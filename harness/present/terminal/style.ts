import { styleText } from 'node:util';

/** Colours a text, or leaves it as it is. */
export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** Colours for a stream: on a terminal, unless NO_COLOR is set; elsewhere only if FORCE_COLOR is. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  return (format, text) => styleText(format, text, { stream });
}

/** No colours. */
export const plainStyle: Style = (_, text) => text;
