import { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Child, Exit, LaunchRequest } from './child.ts';
import { NONE_ENDED, withEnded } from './ended-processes.ts';
import type { Launcher } from './launcher/find-launcher.ts';
import { parseLauncherReport } from './launcher/launcher-report.ts';
import { readLines } from './line-reader.ts';
import { startRunClock } from './run-clock.ts';
import { startProcess } from './start-process.ts';
import { keepTail } from './stderr-tail.ts';

/** The launcher gives up after ten seconds on a process that waits for a disk. */
const LAUNCHER_GIVES_UP_MS = 11_000;

/** Starts a program as a child of the launcher, which tells of the end of every process that is left to it. */
export async function launchWithLauncher(
  { executable }: Launcher,
  request: LaunchRequest,
): Promise<Child | string> {
  const { command, group } = request;
  const clock = startRunClock();
  const subprocess = startProcess(
    [executable, group?.folders.join('\n') ?? '-', ...command],
    request,
    'pipe',
  );
  const { pid: launcherPid, stdin, stdout, stderr, nodeChildProcess } = subprocess;
  const socket = nodeChildProcess.stdio[3];
  if (launcherPid === undefined || !(socket instanceof Duplex)) {
    return (await subprocess).shortMessage ?? 'it could not be started';
  }
  // What the program says is not read before we know when it started.
  for (const stream of [stdout, stderr]) stream.pause();
  stdin.on('error', () => {}); // a program that is gone when we release it: `exited` tells

  let endedProcesses = NONE_ENDED;
  const start = Promise.withResolvers<number | string>();
  const end = Promise.withResolvers<Exit>();
  const gone = Promise.withResolvers<undefined>();
  const allEnded = Promise.withResolvers<'all'>();
  let pid: number | undefined;
  onLines(socket, (line) => {
    const report = parseLauncherReport(line);
    if (report.event === 'failed') start.resolve(`it could not be started: ${report.error}`);
    else if (report.event === 'started') {
      if (group !== undefined && !report.isInGroup)
        start.resolve('it could not join its control group');
      pid = report.pid;
      clock.restartAt(report.nanoseconds);
      start.resolve(pid);
    } else {
      endedProcesses = withEnded(endedProcesses, report.process);
      const { exitCode, signal, nanoseconds } = report.process;
      if (report.process.pid === pid) {
        end.resolve({ exitCode, signal, elapsedSeconds: clock.at(nanoseconds) });
      }
    }
  });
  nodeChildProcess.once('exit', (exitCode) => {
    if (exitCode === 0) allEnded.resolve('all');
  });
  socket.once('close', () => {
    start.resolve('its launcher was ended');
    end.resolve({ exitCode: null, signal: 'SIGKILL', elapsedSeconds: clock.elapsedSeconds() });
    gone.resolve(undefined);
  });
  const endRest = async () => {
    socket.end();
    await Promise.race([gone.promise, setTimeout(LAUNCHER_GIVES_UP_MS, undefined, { ref: false })]);
    for (const stream of nodeChildProcess.stdio) stream?.destroy();
  };

  const started = await start.promise;
  if (typeof started === 'string') {
    await endRest();
    return started;
  }
  for (const stream of [stdout, stderr]) stream.resume();
  return {
    pid: started,
    launcherPid,
    clock,
    lines: readLines(stdout, clock.elapsedSeconds),
    release: () => stdin.write('\n'),
    exited: end.promise,
    endedProcesses: () => endedProcesses,
    stderrTail: keepTail(stderr),
    allEnded: allEnded.promise,
    endRest,
  };
}

/** Hands over each line that arrives; there is never half of one at the end. */
function onLines(stream: Duplex, tell: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('latin1');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(tell);
  });
  stream.on('error', () => {}); // a launcher that was killed: 'close' follows
}
