// Holds the CPU time that we measure from outside against a plain Python script that does what the post about asyncio
// tasks describes. Prints the ratio, which should be within 5 %. Run it with `npm run cpu-agreement`.
import { tellError } from '../harness/cli/error-line.ts';
import { formatRate, formatTasks } from '../harness/text/quantity.ts';
import { measureCpuAgreement } from '../harness/verify/cpu-agreement/cpu-agreement.ts';

const PAIRS = 20;
const TASKS = 100_000;

try {
  const { plain, measured } = await measureCpuAgreement(PAIRS, TASKS);
  const change = 100 * (measured / plain - 1);
  console.log(`creating ${formatTasks(TASKS)} with asyncio, by CPU time, medians of ${PAIRS}:`);
  console.log(`  a plain script, process_time()  ${formatRate(plain)}`);
  console.log(`  tasks_per_cpu_second            ${formatRate(measured)}`);
  console.log(`  ratio ${(measured / plain).toFixed(3)} (${change.toFixed(1)} %)`);
} catch (error) {
  process.exitCode = tellError(error);
}
