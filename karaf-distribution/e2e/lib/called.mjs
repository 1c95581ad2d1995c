// SPDX-License-Identifier: Apache-2.0
// Customers who are called: one sipp that waits at the carrier's side of the demo's trunk, and counts who rang.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './patchbay.mjs';
import { folder, tone } from './phones.mjs';
import { mediaPort } from './ports.mjs';

const SIPP = join(dirname(fileURLToPath(import.meta.url)), 'sipp');

export class Called {
  /** `calls` is how many it takes before it ends. */
  static async start(patchbay, scenario, port, { calls = 1, hertz = 440, status = '486 Busy Here' } = {}) {
    const called = new Called();
    called.folder = mkdtempSync(join(folder, 'called-'));
    called.process = spawn('sipp', [
      '-sf', called.scenario(scenario, status), '-i', '127.0.0.1', '-p', port, '-t', 'u1', '-m', calls, '-mp', await mediaPort(),
      '-key', 'tone', `${tone(hertz, 'al')},-1,8`, '-nostdin', '-trace_msg', '-message_file', join(called.folder, 'messages.log'), '-trace_err',
      '-error_file', join(called.folder, 'errors.log')], { cwd: called.folder, stdio: 'ignore' });
    called.gone = once(called.process, 'exit');
    called.patchbay = patchbay;
    return called;
  }

  /** sipp takes its answers as they stand in the file: that of one who refuses is written for him. */
  scenario(name, status) {
    const file = join(this.folder, `${name}.xml`);
    writeFileSync(file, readFileSync(join(SIPP, `${name}.xml`), 'utf8').replaceAll('[status]', status));
    return file;
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await this.gone;
    }
  }
}

/** A trunk by which customers are called, as a file for the first start; they are at the port. */
export function outboundTrunk(port, more = '') {
  return { 'io.patchbay.channel.voice.trunk-out.cfg': ['host = 127.0.0.1', `port = ${port}`, 'numbers = 95500', 'outbound = true', more, ''].join('\n') };
}

/** A queue offers callbacks; gives when the queue has it. */
export async function callbacks(patchbay, queue, { after = 0, tries = 3, pauseMinutes = 1 } = {}) {
  const body = { queue, name: queue, unit: 'headquarters', needs: { [queue]: 1 }, callback: { offered: true, afterSeconds: after, tries, pauseMinutes } };
  const saved = await patchbay.command('admin', 'queue.save', body);
  if (saved.status !== 200) throw new Error(`queue.save: ${saved.status} ${saved.text}`);
  await until('the queue offers callbacks', async () => (await patchbay.journal()).some((line) => line.type === 'queue.saved' && line.body.queue === queue));
}
