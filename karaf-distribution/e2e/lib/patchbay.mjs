// SPDX-License-Identifier: Apache-2.0
// A real Patchbay for tests: started by ./run in a home of its own on free ports, killed or stopped as a test wants.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort, soundPorts } from './ports.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Waits until a condition gives something; never for a time. */
export async function until(what, condition, patienceMillis = 120_000) {
  const end = Date.now() + patienceMillis;
  let last;
  while (Date.now() < end) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not come true: ${what}${last ? ` (${last.message})` : ''}`);
}

export class Patchbay {
  /** `etc` gives configuration files that are there before the first start. */
  static async start({ loopback = false, demo = true, env = {}, etc = {} } = {}) {
    const patchbay = new Patchbay();
    patchbay.demo = demo;
    patchbay.home = mkdtempSync(join(tmpdir(), 'patchbay-e2e-'));
    rmSync(patchbay.home, { recursive: true });
    patchbay.port = await freePort();
    patchbay.sipPort = await freePort();
    patchbay.loopbackPort = loopback ? await freePort() : 0;
    patchbay.env = {
      ...process.env, PATCHBAY_HTTP_PORT: patchbay.port, PATCHBAY_HTTPS_PORT: await freePort(), PATCHBAY_SSH_PORT: await freePort(),
      PATCHBAY_SIP_PORT: patchbay.sipPort, PATCHBAY_SIPS_PORT: await freePort(), PATCHBAY_RTP_PORTS: await soundPorts(),
      PATCHBAY_TOWN: 'off', ...env,
    };
    if (Object.keys(etc).length) {
      mkdirSync(join(patchbay.home, 'etc'), { recursive: true });
      writeFileSync(join(patchbay.home, '.demo'), '');
      for (const [name, text] of Object.entries(etc)) writeFileSync(join(patchbay.home, 'etc', name), text);
    }
    await patchbay.launch();
    if (loopback) {
      writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.loopback.cfg'), `port = ${patchbay.loopbackPort}\n`);
      await until('the loopback listens', () => patchbay.loopbackOpens());
    }
    return patchbay;
  }

  /** Brings a backup back into an empty home; gives what `./run` said. */
  async restore(backup, home = this.home) {
    const child = spawn(join(ROOT, 'run'), ['--restore', backup, '--home', home], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data) => { said += data; });
    child.stderr.on('data', (data) => { said += data; });
    const [status] = await once(child, 'exit');
    return { status, said };
  }

  async launch() {
    this.process = spawn(join(ROOT, 'run'), [...(this.demo ? ['--demo'] : []), '--home', this.home], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    this.process.stderr.on('data', (data) => { said += data; });
    const lines = createInterface({ input: this.process.stdout });
    const ready = new Promise((resolve) => lines.on('line', (line) => line.startsWith('Patchbay is ready: ') && resolve(line)));
    const died = once(this.process, 'exit').then(([code]) => { throw new Error(`./run ended with ${code} before it was ready: ${said}`); });
    await Promise.race([ready, died]);
    died.catch(() => {});
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async loopbackOpens() {
    const socket = createConnection(this.loopbackPort, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return true;
    } finally {
      socket.destroy();
    }
  }

  /** The power goes: the machine's process is gone without a word. */
  async kill() {
    const pid = Number(/pid=(\d+)/.exec(readFileSync(join(this.home, 'data/.instance'), 'utf8'))[1]);
    const gone = once(this.process, 'exit');
    process.kill(pid, 'SIGKILL');
    await gone;
  }

  async stop() {
    if (this.process.exitCode === null) {
      const gone = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await gone;
    }
    rmSync(this.home, { recursive: true, force: true });
  }

  /** One REST request; gives status and parsed body. */
  async api(user, path, { method = 'GET', body, key } = {}) {
    const headers = { 'accept-language': 'en' };
    if (user) headers.authorization = 'Basic ' + Buffer.from(`${user}:patchbay`).toString('base64');
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (key) headers['idempotency-key'] = key;
    const response = await fetch(`${this.url}/api/v1${path}`, { method, headers, body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body) });
    const text = await response.text();
    const json = /json$/.test((response.headers.get('content-type') || '').split(';')[0]) && !text.includes('}\n{');
    return { status: response.status, type: response.headers.get('content-type'), text, body: json && text ? JSON.parse(text) : undefined };
  }

  command(user, name, body, key) {
    return this.api(user, `/commands/${name}`, { method: 'POST', body, key });
  }

  presence(user, presence, reason) {
    return this.api(user, '/agents/me/presence', { method: 'PUT', body: { presence, reason } });
  }

  /** All lines of the journal. */
  async journal(after = 0) {
    const lines = [];
    for (;;) {
      const { text } = await this.api('admin', `/journal?after=${lines.at(-1)?.seq ?? after}&limit=5000`);
      const page = text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
      if (!page.length) return lines;
      lines.push(...page);
    }
  }

  /** Runs a shell command; gives its exit status and words. */
  async shell(command) {
    const child = spawn(join(ROOT, 'run'), ['--home', this.home, '--shell', command], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data) => { said += data; });
    child.stderr.on('data', (data) => { said += data; });
    const [status] = await once(child, 'exit');
    return { status, said };
  }
}
