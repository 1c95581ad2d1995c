// SPDX-License-Identifier: Apache-2.0
// The demo's CRM and trading counter as a process of its own, so that it outlives a killed Patchbay. Each word is a line to it, answered by one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './patchbay.mjs';
import { freePort } from './ports.mjs';
import { jar } from './smsc.mjs';

export class Crm {
  /** Takes the classes from the distribution that a running Patchbay was started from, and its routes come here from now on. */
  static async start(patchbay) {
    const dist = /dist=(.+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1];
    const jars = ['io/patchbay/io.patchbay.demo', 'io/patchbay/io.patchbay.camel.api', ...['annotations', 'core', 'databind'].map((one) => `com/fasterxml/jackson/core/jackson-${one}`)]
      .map((one) => jar(dist, one));
    const crm = new Crm();
    crm.process = spawn('java', ['-Xmx64m', '-cp', jars.join(':'), 'io.patchbay.demo.crm.CrmControl', await freePort(), await freePort()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: crm.process.stdout }), 'line');
    const [, url, counter, control] = line.split(' ');
    crm.socket = createConnection(Number(control), '127.0.0.1');
    await once(crm.socket, 'connect');
    crm.lines = createInterface({ input: crm.socket })[Symbol.asyncIterator]();
    const taken = () => [...readFileSync(join(patchbay.home, 'log/karaf.log'), 'utf8').matchAll(/Routes of (crm|counter|crm-writeback)\.yaml taken/g)].length;
    await until('the routes are there', () => taken() >= 3);
    const before = taken();
    writeFileSync(join(patchbay.home, 'routes/shared/zz-crm.properties'), `demo.crm.url = ${url}\ndemo.counter.port = ${counter}\n`);
    await until('the routes come here', () => taken() >= before + 3);
    return crm;
  }

  async say(line) {
    this.socket.write(`${line}\n`);
    const { value } = await this.lines.next();
    if (value.startsWith('error')) throw new Error(`${line}: ${value}`);
    return value;
  }

  async contacts() {
    return JSON.parse(await this.say('contacts'));
  }

  stop() {
    this.socket.destroy();
    this.process.kill('SIGKILL');
  }
}
