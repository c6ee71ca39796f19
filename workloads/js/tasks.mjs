// What a concurrent task costs in JavaScript: a call of an async function that has not finished.
// Usage: tasks.mjs WORKLOAD TASKS [key=value ...]   (the contract is in ../README.md)
import { checkpoint, count, counts, heap, request, secondsSince } from './contract.mjs';
import { countLateness, lateness } from './lateness.mjs';

const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function sleeper(seconds) {
  count.enter();
  await sleep(seconds);
  count.leave();
}

async function punctual(seconds, extra) {
  count.enter();
  const due = performance.now() + seconds * 1000;
  await sleep(seconds + extra);
  countLateness((performance.now() - due) / 1000);
  count.leave();
}

async function lapper(pause, laps) {
  count.enter();
  for (let lap = 0; lap < laps; lap += 1) await sleep(pause);
  count.leave();
}

// `await` hands the rest of the function to the scheduler. Without it, this would be an ordinary call.
async function noop() {
  count.enter();
  await undefined;
  count.leave();
}

// Calls an async function n times. Each call runs to its first `await` and returns a promise.
function create(n, task) {
  const promises = [];
  for (let i = 0; i < n; i += 1) promises.push(task());
  return promises;
}

// Waits for tasks one by one: Promise.all() would allocate memory for each of them.
async function drain(promises) {
  for (const promise of promises) await promise;
}

// N tasks, all asleep at once. Timers cannot fire while checkpoint() blocks the only thread.
async function hold(tasks, task) {
  checkpoint('ready', heap());
  const start = performance.now();
  const promises = create(tasks, task);
  const created = secondsSince(start);
  checkpoint('parked', { live: count.started - count.finished, seconds: created, ...heap() });
  await drain(promises);
  checkpoint('finished', { ...counts(), ...lateness() });
}

const workloads = {
  sleep: (tasks, { seconds }) => hold(tasks, () => sleeper(seconds)),

  // The same after the engine has run, and so compiled, what a task does: in rounds, since it compiles in the background.
  async 'warm-sleep'(tasks, { seconds, warmup }) {
    for (let left = warmup; left > 0; left -= 100) {
      await drain(create(Math.min(left, 100), () => sleeper(0.01)));
    }
    count.reset();
    await hold(tasks, () => sleeper(seconds));
  },

  // Tasks that note when they are due, and count how late they wake.
  lateness: (tasks, { seconds, extra }) => hold(tasks, () => punctual(seconds, extra)),

  footprint: (tasks, { pause, laps }) => hold(tasks, () => lapper(pause, laps)),

  // N bare timers: promises that a timer resolves, with no async function around them.
  async timer(tasks, { seconds }) {
    checkpoint('ready');
    const start = performance.now();
    const timers = create(tasks, () => sleep(seconds));
    checkpoint('parked', { seconds: secondsSince(start) });
    const results = await Promise.all(timers);
    checkpoint('finished', { started: timers.length, finished: results.length });
  },

  // The time to create tasks: the clock stops before any of them is resumed.
  async spawn(tasks) {
    checkpoint('ready');
    const start = performance.now();
    const promises = create(tasks, noop);
    checkpoint('created', { seconds: secondsSince(start) });
    await drain(promises);
    checkpoint('finished', counts());
  },

  // The same, with `backlog` tasks already queued.
  async 'spawn-backlog'(tasks, { backlog }) {
    checkpoint('ready');
    const waiting = create(backlog, noop);
    checkpoint('queued', { started: waiting.length, finished: count.finished });
    const start = performance.now();
    const promises = create(tasks, noop);
    checkpoint('created', { seconds: secondsSince(start) });
    await drain(waiting);
    await drain(promises);
    checkpoint('finished', counts());
  },

  // The time to create tasks and wait for all of them.
  async 'spawn-join'(tasks) {
    checkpoint('ready');
    const start = performance.now();
    await Promise.all(create(tasks, noop));
    checkpoint('finished', { ...counts(), seconds: secondsSince(start) });
  },
};

await workloads[request.workload](request.tasks, request.parameters);
