// SPDX-License-Identifier: Apache-2.0
// A mail world for tests: Debian's Dovecot over TLS with a Maildir that tests write raw mails into, and an SMTP server that keeps what it gets
// and can refuse, defer or hang up at the worst moment.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from './patchbay.mjs';
import { freePort } from './ports.mjs';

const ROOT = process.getuid() === 0;
const USER = ROOT ? 'nobody' : userInfo().username;
const GROUP = execFileSync('id', ['-gn', USER], { encoding: 'utf8' }).trim();
export const SERVICE = 'service@bank.example';

export class MailWorld {
  sent = [];
  mood = () => 'take'; // of (recipient, how often seen): take, defer, refuse, hangup
  tries = new Map();
  number = 0;

  static async start() {
    const world = new MailWorld();
    world.folder = mkdtempSync(join(tmpdir(), 'patchbay-mail-'));
    chmodSync(world.folder, 0o755);
    // They close and open again, and nobody may take their places meanwhile.
    [world.imapPort, world.smtpPort] = [await freePort(), await freePort()];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
      '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(world.folder, 'key.pem'), '-out', join(world.folder, 'cert.pem')], { stdio: 'ignore' });
    world.maildir = join(world.folder, 'mail/service');
    for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(world.maildir, part), { recursive: true });
    mkdirSync(join(world.folder, 'run'));
    writeFileSync(join(world.folder, 'users'), 'service:{PLAIN}secret\n');
    writeFileSync(join(world.folder, 'dovecot.conf'), world.configuration());
    world.own(world.folder);
    await world.openImap();
    await world.openSmtp();
    return world;
  }

  own(path) {
    if (ROOT) execFileSync('chown', ['-R', `${USER}:${GROUP}`, path]);
  }

  configuration() {
    return `base_dir = ${this.folder}/run
state_dir = ${this.folder}/run
log_path = ${this.folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_login_user = ${USER}
default_internal_user = ${USER}
default_internal_group = ${GROUP}
first_valid_uid = 1
mail_location = maildir:${this.folder}/mail/%n
mailbox_idle_check_interval = 1 secs
maildir_very_dirty_syncs = no
ssl = required
ssl_cert = <${this.folder}/cert.pem
ssl_key = <${this.folder}/key.pem
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${this.imapPort}
    ssl = yes
  }
}
service stats {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${this.folder}/users
}
userdb {
  driver = static
  args = uid=${USER} gid=${GROUP} home=${this.folder}/mail/%n
}
`;
  }

  async openImap() {
    const command = ['dovecot', '-F', '-c', join(this.folder, 'dovecot.conf')];
    this.dovecot = ROOT ? spawn('setpriv', ['--reuid', USER, '--regid', GROUP, '--clear-groups', ...command], { stdio: 'ignore' })
      : spawn(command[0], command.slice(1), { stdio: 'ignore' });
    await until('Dovecot listens', () => {
      if (this.dovecot.exitCode !== null) throw new Error(readFileSync(join(this.folder, 'dovecot.log'), 'utf8'));
      return new Promise((resolve) => {
        const socket = createConnection(this.imapPort, '127.0.0.1', () => { socket.destroy(); resolve(true); });
        socket.on('error', () => resolve(false));
      });
    });
  }

  async closeImap() {
    const gone = once(this.dovecot, 'exit');
    this.dovecot.kill('SIGTERM');
    await gone;
  }

  async openSmtp() {
    this.smtp = createServer((socket) => this.talk(socket)).listen(this.smtpPort, '127.0.0.1');
    await once(this.smtp, 'listening');
    this.lines = new Set();
    this.smtp.on('connection', (socket) => { this.lines.add(socket); socket.on('close', () => this.lines.delete(socket)); });
  }

  async closeSmtp() {
    for (const socket of this.lines) socket.destroy();
    this.smtp.close();
    await once(this.smtp, 'close');
  }

  talk(socket) {
    let data = '', body = null, to = '';
    const say = (line) => socket.write(line + '\r\n');
    socket.on('error', () => {});
    socket.setEncoding('utf8');
    say('220 sink ESMTP');
    socket.on('data', (chunk) => {
      data += chunk;
      for (let end; (end = data.indexOf('\r\n')) >= 0;) {
        const line = data.slice(0, end);
        data = data.slice(end + 2);
        if (body !== null) {
          if (line !== '.') {
            body += line.replace(/^\./, '') + '\r\n';
            continue;
          }
          this.sent.push({ to, raw: body });
          body = null;
          if (this.after === 'hangup') {
            this.after = '';
            socket.destroy();
            return;
          }
          say('250 OK');
        } else if (/^EHLO/i.test(line)) {
          socket.write('250-sink\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n');
        } else if (/^AUTH PLAIN /i.test(line)) {
          say('235 OK');
        } else if (/^RCPT TO:<(.*)>/i.test(line)) {
          to = /<(.*?)>/.exec(line)[1];
          const count = (this.tries.get(to) ?? 0) + 1;
          this.tries.set(to, count);
          const mood = this.mood(to, count);
          say(mood === 'refuse' ? '550 5.1.1 no such user here' : mood === 'defer' ? '451 4.7.1 greylisted, try again' : '250 OK');
        } else if (/^DATA/i.test(line)) {
          body = '';
          say('354 go on');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else {
          say('250 OK');
        }
      }
    });
  }

  /** Configuration of an account in this world. */
  account(password = 'secret') {
    return `address = ${SERVICE}\nname = 客户服务\nimap.host = localhost\nimap.port = ${this.imapPort}\nimap.tls = tls\ntrust = ${this.folder}/cert.pem\n`
      + `smtp.host = 127.0.0.1\nsmtp.port = ${this.smtpPort}\nsmtp.tls = none\nuser = service\npassword = ${password}\nqueue = service\npollSeconds = 5\n`;
  }

  /** Puts a raw mail into the service's box. */
  deliver(raw) {
    const name = `${Date.now()}.M${this.number++}P${process.pid}.test`;
    const file = join(this.maildir, 'tmp', name);
    writeFileSync(file, typeof raw === 'string' ? raw.replace(/\r?\n/g, '\r\n') : raw);
    this.own(file);
    renameSync(file, join(this.maildir, 'new', name));
  }

  /** A usual mail. */
  write({ from = 'Li Na <lina@customer.example>', id, subject = '账单', text, headers = '' }) {
    const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
    this.deliver(`From: ${from}\nTo: ${SERVICE}\nSubject: ${encoded}\nMessage-ID: <${id}>\nDate: ${new Date().toUTCString()}\n${headers}`
      + `MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64')}\n`);
  }

  /** How many mails of the box nobody has seen. */
  unseen() {
    const seen = readdirSync(join(this.maildir, 'cur')).filter((name) => /,[A-Z]*S/.test(name)).length;
    return readdirSync(join(this.maildir, 'new')).length + readdirSync(join(this.maildir, 'cur')).length - seen;
  }

  /** Mails that went to somebody, with their header fields and their text. */
  sentTo(address) {
    return this.sent.filter((mail) => mail.to === address).map(({ raw }) => {
      const [head, ...rest] = raw.split('\r\n\r\n');
      const fields = Object.fromEntries(head.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
      const body = rest.join('\r\n\r\n');
      const base64 = /base64/i.test(fields['content-transfer-encoding'] ?? '');
      const quoted = /quoted/i.test(fields['content-transfer-encoding'] ?? '');
      const bytes = base64 ? Buffer.from(body, 'base64') : quoted
        ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1') : Buffer.from(body);
      return { fields, text: bytes.toString('utf8').trim() };
    });
  }

  async stop() {
    await this.closeImap();
    await this.closeSmtp();
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}
