// The harness's side of the conversation: arguments in, checkpoints out, tasks counted.
// The same source runs under Node, Deno and Bun; all three offer Node's `fs` and the global `process`.
// (Importing `node:process` instead would open stdin for events, and Node could no longer block on it.)
import { readSync, writeSync } from 'node:fs';

const [workload, tasks, ...pairs] = process.argv.slice(2);

/** What to run, how many tasks, and the workload's parameters, all numbers. */
export const request = {
  workload,
  tasks: Number(tasks),
  parameters: Object.fromEntries(
    pairs.map((pair) => pair.split('=')).map(([k, v]) => [k, Number(v)]),
  ),
};

/** Says where the program is, then blocks the whole thread until the harness has read its memory. */
export function checkpoint(name, facts = {}) {
  const words = Object.entries(facts).map(([key, value]) => ` ${key}=${value}`);
  writeSync(1, `checkpoint ${name}${words.join('')}\n`);
  const bytesRead = readSync(0, new Uint8Array(1));
  if (bytesRead === 0) process.exit(3); // stdin closed: nobody is measuring any more
}

/** Every task calls enter() first and leave() last. JavaScript is single-threaded, so plain numbers do. */
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
};

/** The proof that `finished` carries. */
export function counts() {
  return { started: count.started, finished: count.finished, live_peak: count.live_peak };
}

/** Seconds since `start`, a value of performance.now(). */
export function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/** The engine's own account of its heap, or nothing unless `heap=1` asked for it. */
export function heap() {
  return request.parameters.heap ? { heap_bytes: process.memoryUsage().heapUsed } : {};
}
