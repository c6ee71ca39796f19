// The contract with the harness: parses arguments, reports checkpoints and counts tasks.
// The same source runs under Node, Deno and Bun: all three have Node's `fs` and the global `process`.
// (Importing `node:process` would make stdin asynchronous, so that Node could no longer block on it.)
import { readSync, writeSync } from 'node:fs';

const [workload, tasks, ...pairs] = process.argv.slice(2);

/** The workload, the number of tasks, and the parameters, which are all numbers. */
export const request = {
  workload,
  tasks: Number(tasks),
  parameters: Object.fromEntries(
    pairs.map((pair) => pair.split('=')).map(([k, v]) => [k, Number(v)]),
  ),
};

/** Reports a checkpoint, then blocks the thread while the harness reads the program's memory. */
export function checkpoint(name, facts = {}) {
  const words = Object.entries(facts).map(([key, value]) => ` ${key}=${value}`);
  writeSync(1, `checkpoint ${name}${words.join('')}\n`);
  const bytesRead = readSync(0, new Uint8Array(1));
  if (bytesRead === 0) process.exit(3); // stdin is closed: the harness is gone
}

/** Every task calls enter() first and leave() last. Plain numbers suffice: JavaScript is single-threaded. */
export const count = {
  started: 0,
  finished: 0,
  live_peak: 0,
  enter() {
    count.started += 1;
    count.live_peak = Math.max(count.live_peak, count.started - count.finished);
  },
  leave() {
    count.finished += 1;
  },
  reset() {
    count.started = count.finished = count.live_peak = 0;
  },
};

/** The task counts, reported at `finished` as proof of the work. */
export function counts() {
  return { started: count.started, finished: count.finished, live_peak: count.live_peak };
}

/** Seconds since `start`, a value of performance.now(). */
export function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/** With `heap=1`, the size of the live objects that the engine reports; otherwise nothing. */
export function heap() {
  if (!request.parameters.heap) return {};
  collectGarbage();
  return { heap_bytes: process.memoryUsage().heapUsed };
}

// Bun's account is of its latest collection, and V8's includes garbage. Loaded only where it is asked for.
const collectGarbage = request.parameters.heap ? await garbageCollector() : undefined;

async function garbageCollector() {
  if (globalThis.Bun) return () => Bun.gc(true);
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
