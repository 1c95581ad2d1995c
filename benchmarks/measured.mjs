// SPDX-License-Identifier: Apache-2.0
// What the letters and chats benchmarks share: a whole Patchbay, on PostgreSQL if PATCHBAY_TEST_PG_URL names one, and its CPU and memory.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Patchbay } from '../karaf-distribution/e2e/lib/patchbay.mjs';

export const load = () => loadavg().map((one) => one.toFixed(1)).join(' ');

/** A Patchbay of its own with a schema of its own; `etc` as for Patchbay.start. */
export async function start(etc = {}) {
  const { PATCHBAY_TEST_PG_URL: url, PATCHBAY_TEST_PG_USER: user, PATCHBAY_TEST_PG_PASSWORD: password } = process.env;
  const schema = `letters${randomUUID().replaceAll('-', '')}`;
  if (url) execFileSync('psql', [url.slice('jdbc:'.length), '-qc', `create schema ${schema}`], { env: { ...process.env, PGUSER: user, PGPASSWORD: password } });
  const store = url ? { 'io.patchbay.store.cfg': `url = ${url}?currentSchema=${schema}\nuser = ${user}\npassword = ${password}\n` } : {};
  const patchbay = await Patchbay.start({ etc: { ...store, ...etc } });
  console.log(`machine: ${cpus().length} × ${cpus()[0].model.trim()}, ${url ? 'PostgreSQL' : 'H2'}, load ${load()}`);
  return patchbay;
}

const pid = (patchbay) => Number(/pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1]);

/** User and system time of Patchbay's process in milliseconds. */
export function cpuMillis(patchbay) {
  const fields = readFileSync(`/proc/${pid(patchbay)}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Kilobytes in the heap after a whole collection. */
export function heapKilobytes(patchbay) {
  const ask = (command) => execFileSync('jcmd', [String(pid(patchbay)), command], { encoding: 'utf8' });
  ask('GC.run');
  ask('GC.run');
  return [...ask('GC.heap_info').matchAll(/(?:new generation|tenured generation) +total \d+K, used (\d+)K/g)].reduce((sum, [, used]) => sum + Number(used), 0);
}

/** Prints how fast `work` went and what one of `count` cost. */
export async function measured(patchbay, what, count, unit, work) {
  const [began, used] = [Date.now(), cpuMillis(patchbay)];
  await work();
  const seconds = (Date.now() - began) / 1000;
  console.log(`${what}: ${count} ${unit} in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)}/s, ${((cpuMillis(patchbay) - used) / count).toFixed(2)} ms CPU each, load ${load()}`);
}
