// SPDX-License-Identifier: Apache-2.0
// The demo's SMSC as a process of its own, so that it outlives a killed Patchbay. Each word is a line to it, answered by one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './ports.mjs';

/** The only jar below a folder of the distribution's repository. */
export function jar(dist, artifact) {
  const folder = join(dist, 'system', artifact);
  const [version] = readdirSync(folder);
  return join(folder, version, readdirSync(join(folder, version)).find((name) => name.endsWith('.jar')));
}

export class Smsc {
  /** Takes the classes from the distribution that a running Patchbay was started from. */
  static async start(patchbay) {
    const dist = /dist=(.+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1];
    const jars = ['io/patchbay/io.patchbay.demo', 'org/jsmpp/jsmpp', 'org/ops4j/pax/logging/pax-logging-api', 'org/apache/felix/org.apache.felix.framework'].map((one) => jar(dist, one));
    const smsc = new Smsc();
    smsc.process = spawn('java', ['-Xmx64m', '-cp', jars.join(':'), 'io.patchbay.demo.smsc.SmscControl', await freePort(), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface({ input: smsc.process.stdout }), 'line');
    const [, port, control] = line.split(' ');
    smsc.port = Number(port);
    smsc.socket = createConnection(Number(control), '127.0.0.1');
    await once(smsc.socket, 'connect');
    smsc.lines = createInterface({ input: smsc.socket })[Symbol.asyncIterator]();
    return smsc;
  }

  /** The account's configuration. */
  account(more = '') {
    return `host = 127.0.0.1\nport = ${this.port}\nsystemId = patchbay\npassword = secret\nsourceAddress = 10690001\nqueue = service\nenquireLinkSeconds = 1\n${more}`;
  }

  async say(line) {
    this.socket.write(`${line}\n`);
    const { value } = await this.lines.next();
    if (value.startsWith('error')) throw new Error(`${line}: ${value}`);
    return value;
  }

  async sent() {
    return JSON.parse(await this.say('sent'));
  }

  async open() {
    return Number(await this.say('open'));
  }

  async taken() {
    return Number(await this.say('taken'));
  }

  stop() {
    this.socket.destroy();
    this.process.kill('SIGKILL');
  }
}
