// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server of a test's own, stopped and started as the test wants. It refuses to run as root.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.mjs';

const ROOT = process.getuid() === 0;

/** Where Debian's packages put the programs. */
export function programs() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(a) - Number(b)) : [];
  return versions.length ? `/usr/lib/postgresql/${versions.at(-1)}/bin` : undefined;
}

export class Postgres {
  static async start() {
    const server = new Postgres();
    server.folder = mkdtempSync(join(tmpdir(), 'patchbay-pg-'));
    if (ROOT) execFileSync('chown', ['postgres', server.folder]);
    server.port = await freePort();
    server.run('initdb', '-D', join(server.folder, 'db'), '-U', 'patchbay', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
    server.begin();
    server.run('createdb', '-h', '127.0.0.1', '-p', String(server.port), '-U', 'patchbay', 'patchbay');
    return server;
  }

  run(program, ...args) {
    const command = [join(programs(), program), ...args];
    const all = ROOT ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(all[0], all.slice(1), { cwd: this.folder, stdio: 'ignore' });
  }

  begin() {
    this.run('pg_ctl', '-D', join(this.folder, 'db'), '-w', '-l', join(this.folder, 'log'),
      '-o', `-p ${this.port} -k ${this.folder} -c listen_addresses=127.0.0.1 -c fsync=off`, 'start');
  }

  /** It is gone in the midst of what it did. */
  halt() {
    this.run('pg_ctl', '-D', join(this.folder, 'db'), '-m', 'immediate', 'stop');
  }

  /** What etc/io.patchbay.store.cfg says of it. */
  configuration() {
    return `url = jdbc:postgresql://127.0.0.1:${this.port}/patchbay\nuser = patchbay\npassword = patchbay\n`;
  }

  stop() {
    try {
      this.halt();
    } catch {
      // it is down already
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
