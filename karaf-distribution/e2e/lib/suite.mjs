// SPDX-License-Identifier: Apache-2.0
// Runs the end-to-end tests: three files beside each other (two leave a fifth of two cores idle), then alone those that measure.
// With PATCHBAY_TEST_RETRY=1 (the build server) a file that fails runs once more, alone; both runs are told, and a
// test that fails twice fails. Without it nothing is forgiven.
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const ALONE = ['soak.test.mjs'];
// A file that hangs (its Patchbay did not start) is ended, so that the others get their turn; the long runs take hours.
const LONGEST = process.env.PATCHBAY_LONG ? Infinity : 15 * 60_000;
// Each file's Patchbay lives for a minute or two: the JIT's second stage costs it more than it gives (38 s of CPU to be ready, 24 s without).
process.env.EXTRA_JAVA_OPTS ??= '-XX:TieredStopAtLevel=1';
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'tests');
const all = readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));

/** Runs the files and resolves with those that failed. */
function round(names, concurrency) {
  const failed = new Set();
  const files = names.map((name) => join(folder, name));
  return new Promise((resolve) => {
    const events = run({ files, concurrency, timeout: LONGEST });
    events.on('test:fail', (event) => failed.add(event.file ?? event.name));
    events.on('end', () => resolve(names.filter((name) => failed.has(join(folder, name)))));
    events.compose(new spec()).pipe(process.stdout, { end: false });
  });
}

const given = process.argv.slice(2).map((name) => basename(name));
const unknown = given.filter((name) => !all.includes(name));
if (unknown.length) {
  console.error(`no such file in ${folder}: ${unknown.join(' ')}`);
  process.exit(2);
}
const wanted = given.length ? all.filter((name) => given.includes(name)) : all;
const failed = [
  ...(await round(wanted.filter((name) => !ALONE.includes(name)), 3)),
  ...(await round(wanted.filter((name) => ALONE.includes(name)), 1)),
];
if (failed.length && process.env.PATCHBAY_TEST_RETRY === '1') {
  console.log(`\nfailed at the first try, run once more alone: ${failed.join(' ')}`);
  const twice = await round(failed, 1);
  console.log(`flaky: ${failed.filter((name) => !twice.includes(name)).join(' ') || 'none'}`);
  process.exitCode = twice.length ? 1 : 0;
} else {
  process.exitCode = failed.length ? 1 : 0;
}
