// SPDX-License-Identifier: Apache-2.0
// Everything in one file while contacts run, brought back into an empty home; and the whole database taken to PostgreSQL under load.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone } from '../lib/phones.mjs';
import { Smsc } from '../lib/smsc.mjs';

let patchbay;
let smsc;
let load;
let backup;
before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
  backup = `${patchbay.home}.zip`;
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('the SMS account is up', async () => (await patchbay.api('admin', '/accounts')).body.items.some((one) => /sms-peer$/.test(one.pid) && one.state === 'up'));
});
after(async () => {
  load?.stop();
  smsc?.stop();
  await patchbay?.stop();
  rmSync(backup, { force: true });
});

/** Customers of the queue vip, where nobody is ready: one contact every 20 ms, again and again until it is acknowledged. */
class Load {
  committed = new Map();
  #running = true;
  #next = 0;
  done = this.#run();

  async #run() {
    while (this.#running) {
      const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
      const closed = new Promise((resolve) => { socket.on('close', resolve); socket.on('error', resolve); });
      const lines = createInterface({ input: socket });
      lines.on('error', () => {});
      lines.on('line', (line) => {
        const [word, id, rest] = line.split(' ');
        if (word === 'committed') this.committed.set(id, rest);
      });
      try {
        await once(socket, 'connect');
        for (let quiet = 0, before = -1; this.#running && !socket.destroyed && quiet < 250; quiet += 1) { // no answer for 5 s: another line
          if (this.committed.size !== before) [before, quiet] = [this.committed.size, 0];
          if (this.committed.has(`b${this.#next}`)) this.#next += 1;
          socket.write(`open b${this.#next} vip hello\n`);
          await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 20))]);
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      socket.destroy();
    }
  }

  stop() {
    this.#running = false;
    return this.done;
  }
}

const auth = { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') };
const bytes = async (path) => Buffer.from(await (await fetch(`${patchbay.url}/api/v1${path}`, { headers: auth })).arrayBuffer());
const me = async () => (await patchbay.api('alice', '/agents/me')).body;
let call;
let sms;
let file;

test('while contacts come, one command puts everything into one file', async () => {
  const phone = await Phone.start(patchbay, '1001', { hertz: 1000 });
  await phone.registered();
  await patchbay.presence('alice', 'ready');
  const caller = await Callers.start(patchbay, 'talk', { seconds: 5, hertz: 440 });
  call = await until('it rings', async () => (await me()).offers[0]?.interaction);
  await phone.answer();
  await caller.done();
  await until('the wrap-up is due', async () => (await me()).assignments[0]?.state === 'wrapup');
  await patchbay.command('alice', 'assignment.complete', { interaction: call, disposition: 'enquiry' });
  await phone.pullOut();
  await caller.stop();
  await smsc.say('deliver +8613900000001 请发账单');
  sms = await until('the SMS rings', async () => (await me()).offers[0]?.interaction);
  await patchbay.command('alice', 'assignment.accept', { interaction: sms });
  const upload = await fetch(`${patchbay.url}/api/v1/interactions/${sms}/attachments?name=bill.pdf&type=application/pdf`, {
    method: 'POST', body: Buffer.alloc(200_000, 7), headers: { authorization: 'Basic ' + Buffer.from('alice:patchbay').toString('base64'), 'content-type': 'application/octet-stream' },
  });
  file = (await upload.json()).id;
  assert.equal((await patchbay.command('alice', 'message.send', { interaction: sms, text: '稍等，正在查询。' })).status, 200);
  load = new Load();
  await until('contacts come', () => load.committed.size > 20);
  const { status, said } = await patchbay.shell(`patchbay:backup ${backup}`);
  assert.equal(status, 0, said);
  assert.match(said, /bytes, \d+ rows, \d+ journal entries/);
  assert.equal(statSync(backup).mode & 0o777, 0o600);
  const there = load.committed.size;
  await until('contacts still come', () => load.committed.size > there + 5);
  const again = await patchbay.shell(`patchbay:backup ${backup}`);
  assert.equal(again.status, 1);
  assert.match(again.said, /it exists/);
  const refused = await patchbay.command('alice', 'backup.make', {});
  assert.equal(refused.status, 403);
});

test('a damaged backup is refused, and none goes over what is there', async () => {
  const whole = readFileSync(backup);
  const damaged = `${backup}.damaged`;
  const hit = Buffer.from(whole);
  hit[Math.floor(whole.length / 2)] ^= 1;
  writeFileSync(damaged, hit);
  const home = `${patchbay.home}-damaged`;
  const first = await patchbay.restore(damaged, home);
  assert.equal(first.status, 1);
  assert.match(first.said, /is not restored/);
  assert.ok(!existsSync(home));
  rmSync(damaged);
  mkdirSync(home);
  writeFileSync(join(home, 'precious'), '');
  const second = await patchbay.restore(backup, home);
  assert.equal(second.status, 1);
  assert.match(second.said, /is not empty/);
  assert.deepEqual(readdirSync(home), ['precious']);
  rmSync(home, { recursive: true });
});

test('what was backed up is all there in an empty home, and open contacts go on', async () => {
  await load.stop();
  const before = await patchbay.journal();
  const wav = await bytes(`/recordings/${call}`);
  const attachment = await bytes(`/interactions/${sms}/attachments/${file}`);
  const old = patchbay.home;
  await patchbay.kill();
  patchbay.home = `${old}-restored`;
  const { status, said } = await patchbay.restore(backup);
  assert.equal(status, 0, said);
  rmSync(old, { recursive: true });
  await patchbay.launch();
  const restored = await patchbay.journal();
  const common = restored.findIndex((line, n) => line.hash !== before[n]?.hash);
  const kept = common < 0 ? restored.length : common;
  assert.ok(kept > 50 && restored[kept - 1].seq < before.at(-1).seq, `${kept} lines of ${before.length}`);
  const type = restored[kept - 1].type;
  assert.ok(before.slice(0, kept).some((line) => line.type === 'backup.begun'), type);
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
  assert.deepEqual(await bytes(`/recordings/${call}`), wav);
  assert.deepEqual(await bytes(`/interactions/${sms}/attachments/${file}`), attachment);
  assert.equal((await patchbay.api('admin', `/interactions/${call}`)).body.state, 'closed');
  const { items } = (await patchbay.api('alice', `/interactions/${sms}/messages`)).body;
  assert.deepEqual(items.map((one) => one.text), ['请发账单', '稍等，正在查询。']);
  assert.equal((await patchbay.command('alice', 'interaction.end', { interaction: sms })).status, 200);
  assert.equal((await patchbay.command('alice', 'assignment.complete', { interaction: sms, disposition: 'other' })).status, 200);
});

test('under load the whole database goes over to PostgreSQL: nothing acknowledged is missing', async () => {
  assert.ok(process.env.PATCHBAY_TEST_PG_URL, 'give PATCHBAY_TEST_PG_URL as ./test does');
  const [, host, port] = /\/\/([^:/]+):(\d+)/.exec(process.env.PATCHBAY_TEST_PG_URL);
  const bin = readdirSync('/usr/lib/postgresql').sort((a, b) => b - a)[0];
  const sql = (database, statement) => execFileSync(`/usr/lib/postgresql/${bin}/bin/psql`, ['-h', host, '-p', port, '-U', process.env.PATCHBAY_TEST_PG_USER, '-d', database, '-Atc', statement], { encoding: 'utf8' }).trim();
  const name = `copy_${process.pid}`;
  sql('patchbay', `create database ${name}`);
  const url = `jdbc:postgresql://${host}:${port}/${name}`;
  try {
    load = new Load();
    await until('contacts come', () => load.committed.size > 50);
    const first = await patchbay.shell(`patchbay:database-copy ${url}`);
    assert.equal(first.status, 0, first.said);
    assert.match(first.said, /every row compared, the chain is whole.*What comes from now on is not in it/s);
    const second = await patchbay.shell(`patchbay:database-copy --go-over ${url}`);
    assert.equal(second.status, 0, second.said);
    const whenOver = load.committed.size;
    await until('contacts come on PostgreSQL', () => load.committed.size > whenOver + 20, 120_000);
    await load.stop();
    const arrived = await until('REST is back, and all that was acknowledged is there', async () => {
      const ids = new Set((await patchbay.journal()).filter((line) => line.type === 'interaction.arrived').map((line) => line.interaction));
      return [...load.committed.values()].every((id) => ids.has(id)) && ids;
    });
    assert.ok(arrived.size > whenOver);
    assert.ok(readFileSync(join(patchbay.home, 'etc/io.patchbay.store.cfg'), 'utf8').includes(url));
    assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
    assert.equal(Number(sql(name, 'select max(seq) from journal')), (await patchbay.journal()).at(-1).seq);
    const head = (await patchbay.journal()).length;
    await patchbay.kill();
    await patchbay.launch();
    assert.ok((await patchbay.journal()).length >= head);
    assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
    const foreign = await patchbay.shell(`patchbay:database-copy jdbc:postgresql://${host}:${port}/none_such`);
    assert.equal(foreign.status, 1);
    assert.match(foreign.said, /none_such/);
  } finally {
    await load.stop();
    await patchbay.stop();
    sql('patchbay', `drop database ${name} with (force)`);
  }
});
