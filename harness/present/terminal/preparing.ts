import { plainText } from '../../text/plain-text.ts';
import { formatDuration } from '../../text/quantity.ts';
import { LiveRegion } from './live-region.ts';
import { styleFor } from './style.ts';

/** What is ready sooner needs no word. */
const PATIENCE_MS = 500;

/**
 * Says which runtime is being built or installed, when that takes longer than a moment.
 *
 * @returns what takes the line away; called again, it does nothing.
 */
export function showPreparing(
  stream: NodeJS.WriteStream,
  name: string,
  source: string,
): () => void {
  const line = `  preparing ${plainText(name)} (${plainText(source)})`;
  const begun = performance.now();
  let region: LiveRegion | undefined;
  const timer = setTimeout(() => {
    if (stream.isTTY) {
      const seconds = () => formatDuration(Math.round((performance.now() - begun) / 1e3));
      const style = styleFor(stream);
      region = new LiveRegion(stream, ({ columns }) => [
        style('dim', `${line}: ${seconds()}`.slice(0, columns)),
      ]);
    } else stream.write(`${line} …\n`);
  }, PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    region?.stop();
    region = undefined;
  };
}
