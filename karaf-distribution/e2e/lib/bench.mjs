// SPDX-License-Identifier: Apache-2.0
// The console alone, with sample data and a script's hand on the phone: DevConsole of io.patchbay.ui.console's tests.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './patchbay.mjs';
import { freePort } from './ports.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VIEWS = ['records', 'admin', 'voice', 'floor'];
const SHOWN = ['io.patchbay.ui.records.RecordsContribution', 'io.patchbay.ui.admin.AdminContribution', 'io.patchbay.ui.voice.VoiceContribution',
  'io.patchbay.ui.floor.FloorContribution'];

/** What the tests of the console see, and the views beside it; compiled if they are not. */
function classPath() {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  const file = join(folder, 'classpath');
  const modules = ['console', ...VIEWS].map((name) => `ui/io.patchbay.ui.${name}`).join(',');
  try {
    execFileSync('mvn', ['-q', '-Pquick', '-Dmaven.test.skip=false', '-Dfrontend.phase=none', '-pl', modules, '-am', 'test-compile'], { cwd: ROOT, stdio: 'ignore' });
    execFileSync('mvn', ['-q', '-Pquick', '-Dmaven.test.skip=false', '-Dfrontend.phase=none', '-pl', modules.split(',')[0], '-am', 'test-compile', 'dependency:build-classpath',
      `-Dmdep.outputFile=${file}`], { cwd: ROOT, stdio: 'ignore' });
    const own = ['console/target/test-classes', ...['console', ...VIEWS].map((name) => `${name}/target/classes`)];
    return [...own.map((path) => join(ROOT, `ui/io.patchbay.ui.${path}`)), readFileSync(file, 'utf8').trim()].join(':');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export class Bench {
  static async start() {
    const bench = new Bench();
    const port = await freePort();
    bench.url = `http://127.0.0.1:${port}`;
    bench.process = spawn('java', ['-Xmx400m', '-Dvaadin.productionMode=true', '-cp', classPath(), 'io.patchbay.ui.console.dev.DevConsole', String(port), ...SHOWN],
      { stdio: 'ignore' });
    await until('the bench answers', async () => (await fetch(bench.url)).ok);
    return bench;
  }

  /** Makes something happen: see ScenarioServlet. */
  async does(what) {
    const answer = await fetch(`${this.url}/dev/${what}`);
    if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  }

  stop() {
    this.process.kill('SIGTERM');
  }
}
