// SPDX-License-Identifier: Apache-2.0
// What fails in the field fails here, under load on every channel; after each fault the books balance (lib/ledger.mjs).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Crm } from '../lib/crm.mjs';
import { balanced, holdings, nothingLeaked } from '../lib/ledger.mjs';
import { MailWorld } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone } from '../lib/phones.mjs';
import { Postgres, programs } from '../lib/postgres.mjs';
import { Load, agent, loopback, mails, settled, sms, visitor } from '../lib/senders.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LONG = process.env.PATCHBAY_LONG === '1';
const CONTACTS = LONG ? 10_000 : 60;
const KILLS = LONG ? 10 : 1;
const OUTAGE_SECONDS = LONG ? 30 : 5;
const AGENTS = ['alice', 'bob', 'carol', 'david'];
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

const rest = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const open = [];
const opened = (thing) => (open.push(thing), thing);
let database;
let patchbay;
let smsc;
let world;

before(async () => {
  database = programs() && (await Postgres.start());
  world = await MailWorld.start();
  patchbay = await Patchbay.start({
    loopback: true,
    env: { JAVA_MAX_MEM: LONG ? '1g' : '768m' },
    etc: {
      ...(database ? { 'io.patchbay.store.cfg': database.configuration() } : {}),
      'io.patchbay.channel.voice.cfg': 'deadAfterSeconds = 120\n',
      'io.patchbay.monitor.cfg': 'clearSeconds = 2\nquietSeconds = 0\n',
    },
  });
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-service.cfg'), world.account());
  await up('sms-peer');
  await up('email-service');
});
afterEach(async () => {
  for (const thing of open.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
});
after(async () => {
  await patchbay?.stop();
  smsc?.stop();
  await world?.stop?.();
  database?.stop();
});

const account = async (name) => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid.endsWith(name));
const up = (name) => until(`${name} is up`, async () => (await account(name))?.state === 'up', 120_000);
const alarms = async (type, part) => (await patchbay.journal()).filter((line) => line.type === `alarm.${type}` && line.body.part === part);
const raised = (part, count = 1) => until(`the alarm ${part}`, async () => (await alarms('raised', part)).length >= count, 90_000);
const cleared = (part, count = 1) => until(`${part} is over`, async () => (await alarms('cleared', part)).length >= count, 90_000);
const health = async () => (await fetch(`${patchbay.url}/health`)).json();

/** Contacts over all channels, served by four agents. */
class Busy extends Load {
  work = [];

  /** Tokens are numbered from `first`. */
  constructor(contacts, { pause = 20, first = 0 } = {}) {
    super(patchbay);
    this.contacts = contacts;
    const part = Math.ceil(contacts / 6);
    this.agents = AGENTS.map((user) => agent(this, user));
    this.work.push(loopback(this, contacts - 4 * part, pause, first), sms(this, smsc, part, pause, first), mails(this, world, part, pause, first));
    const visitors = Math.max(2, Math.ceil(part / 5));
    for (let n = 0; n < visitors; n++) this.work.push(visitor(this, ++Busy.visitors, 10, pause * 5));
    this.work.push(this.calls(part));
  }

  static visitors = 0;

  /** Callers who wait and hang up; a kill takes some with it: they are counted by the journal alone. */
  async calls(count) {
    for (let left = count; left > 0 && this.running; left -= 10) {
      const callers = await Callers.start(patchbay, 'waits-silently', { number: '95503', calls: Math.min(10, left), perSecond: 5, seconds: 2 });
      await Promise.race([callers.gone, rest(20_000)]); // those of a kill wait for an answer that does not come
      await callers.stop();
    }
  }

  /** Until all is sent and taken. */
  async finished() {
    await Promise.all(this.work);
    await settled(smsc, world, 600_000);
    this.stop();
    await Promise.all(this.agents);
  }
}

test(`${CONTACTS} contacts over all channels with ${KILLS} kills: each once, in order, none lost`, async (t) => {
  const load = opened(new Busy(CONTACTS));
  for (let kill = 1; kill <= KILLS; kill++) {
    await until('some are in', () => load.count() >= (CONTACTS * 0.7 * kill) / (KILLS + 1), 1_200_000);
    await patchbay.kill();
    await patchbay.launch();
    await until('the loopback is back', () => patchbay.loopbackOpens(), 120_000);
  }
  await load.finished();
  const books = await balanced(patchbay, load.accepted);
  t.diagnostic(JSON.stringify({ acknowledged: load.count(), ...books }));
  const warm = await holdings(patchbay); // the process of the last life, whose pools have their size
  const more = opened(new Busy(12, { first: 500_000 }));
  await more.finished();
  await balanced(patchbay, more.accepted);
  await nothingLeaked(patchbay, warm);
});

test(`the database is away for ${OUTAGE_SECONDS} s: calls go on, new ones get 503, texts wait, an alarm comes and goes`, { skip: !programs() && 'no PostgreSQL here' }, async (t) => {
  const before = await holdings(patchbay);
  const phone = opened(await Phone.start(patchbay, '1003', { answer: 'auto' }));
  await phone.registered();
  await patchbay.presence('carol', 'ready');
  const caller = opened(await Callers.start(patchbay, 'talk', { number: '95503', seconds: OUTAGE_SECONDS + 25 }));
  await until('carol talks', async () => (await patchbay.api('carol', '/agents/me')).body.assignments[0]?.state === 'active', 60_000);
  const count = (await alarms('raised', 'database')).length;
  const stopped = Date.now();
  database.halt();
  await until('health says so', async () => (await health()).parts?.some((one) => one.part === 'database' && one.status === 'down'), 60_000);
  const noticed = Date.now() - stopped;
  await until('new contacts are refused', async () => (await health()).parts.some((one) => one.part === 'journal' && one.status === 'down'), 60_000);
  const refused = opened(await Callers.start(patchbay, 'unavailable', { number: '95503', seconds: 1 }));
  await refused.done(); // its scenario wants 503
  const text = `T-sms-${900_000 + count}-0`;
  await smsc.say(`deliver +8613700000001 ${text}`);
  await until('the outage lasted', () => Date.now() - stopped >= OUTAGE_SECONDS * 1000, 60_000);
  assert.ok((await smsc.open()) > 0, 'the SMS is not acknowledged while it cannot be kept');
  assert.equal(caller.process.exitCode, null, 'the running call goes on');
  database.begin();
  await until('all is well', async () => (await health()).parts?.filter((one) => ['database', 'journal'].includes(one.part)).every((one) => one.status === 'up'), 120_000);
  await settled(smsc, undefined);
  await caller.done();
  await raised('database', count + 1);
  await cleared('database', count + 1);
  const { interaction } = (await patchbay.api('carol', '/agents/me')).body.assignments[0];
  await patchbay.command('carol', 'assignment.complete', { interaction, disposition: 'other' });
  await patchbay.presence('carol', 'notReady', 'break');
  await phone.pullOut();
  const books = await balanced(patchbay, [[text]]);
  await nothingLeaked(patchbay, before);
  t.diagnostic(JSON.stringify({ noticedMillis: noticed, ...books }));
});

test('the volume of recordings is full: calls go on without, an alarm says so and goes when there is room', async (t) => {
  const folder = join(patchbay.home, 'recordings');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=0700', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    t.skip(`no small volume may be mounted here: ${error.stderr}`);
    return;
  }
  const before = await holdings(patchbay);
  try {
    const phone = opened(await Phone.start(patchbay, '1003', { answer: 'auto' }));
    await phone.registered();
    await patchbay.presence('carol', 'ready');
    writeFileSync(join(folder, 'filler'), Buffer.alloc(200 * 1024));
    const caller = opened(await Callers.start(patchbay, 'talk', { number: '95503', seconds: 20 }));
    await raised('disk:recordings');
    await raised('recorder');
    assert.equal(caller.process.exitCode, null, 'the call goes on');
    await caller.done();
    const { interaction } = await until('the call is over', async () => (await patchbay.api('carol', '/agents/me')).body.assignments[0], 60_000);
    await patchbay.command('carol', 'assignment.complete', { interaction, disposition: 'other' });
    await patchbay.presence('carol', 'notReady', 'break');
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
  await cleared('disk:recordings');
  await patchbay.presence('carol', 'ready');
  const again = opened(await Callers.start(patchbay, 'talk', { number: '95503', seconds: 4 }));
  await again.done();
  const { interaction } = await until('it is over', async () => (await patchbay.api('carol', '/agents/me')).body.assignments[0], 60_000);
  await patchbay.command('carol', 'assignment.complete', { interaction, disposition: 'other' });
  await cleared('recorder');
  await patchbay.presence('carol', 'notReady', 'break');
  for (const thing of open.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
  const recorded = (await patchbay.api('admin', `/interactions/${interaction}`)).body;
  assert.equal(recorded.recording, true);
  t.diagnostic(JSON.stringify(await balanced(patchbay)));
  await nothingLeaked(patchbay, before);
});

test('SMSC, mail server and CRM are away: nothing is lost, each is an alarm, all catch up', async (t) => {
  const crm = opened(await Crm.start(patchbay));
  const before = await holdings(patchbay);
  const load = opened(new Load(patchbay));
  const [down, mailDown] = [(await alarms('raised', 'account:sms-peer')).length, (await alarms('raised', 'account:email-service')).length];
  await smsc.say('away');
  await world.closeImap();
  await crm.say('die');
  await raised('account:sms-peer', down + 1);
  await raised('account:email-service', mailDown + 1);
  const agents = AGENTS.map((user) => agent(load, user));
  const count = LONG ? 500 : 10;
  await Promise.all([...[1, 2].map(() => visitor(load, ++Busy.visitors, count))]);
  for (let n = 0; n < count; n++) {
    world.write({ from: `D${n} <d${n}@customer.example>`, id: `d${n}@customer.example`, text: `T-mail-${800_000 + n}-0` });
    load.accepted.push([`T-mail-${800_000 + n}-0`]);
  }
  await smsc.say('back');
  await world.openImap();
  await crm.say('live');
  await up('sms-peer');
  await up('email-service');
  for (let n = 0; n < count; n++) {
    await smsc.say(`deliver +86138${10_000_000 + n} T-sms-${800_000 + n}-0`);
    load.accepted.push([`T-sms-${800_000 + n}-0`]);
  }
  await settled(smsc, world);
  load.stop();
  await Promise.all(agents);
  await cleared('account:sms-peer', down + 1);
  await cleared('account:email-service', mailDown + 1);
  t.diagnostic(JSON.stringify({ acknowledged: load.count(), ...(await balanced(patchbay, load.accepted)) }));
  await nothingLeaked(patchbay, before);
});

test('the clock jumps an hour on and two back: nothing is lost, no limit fires early or never', { skip: !existsSync(FAKETIME) && 'no libfaketime here' }, async (t) => {
  const stamp = join(patchbay.home, 'faketime');
  writeFileSync(stamp, '+0');
  const jumping = await Patchbay.start({ loopback: true, env: { LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: stamp, FAKETIME_CACHE_DURATION: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_FORCE_MONOTONIC_FIX: '0' } });
  try {
    const load = opened(new Load(jumping));
    const agents = AGENTS.map((user) => agent(load, user));
    const half = LONG ? 1000 : 15;
    const sending = loopback(load, 6 * half, 200);
    const ahead = async () => (Date.parse((await jumping.journal()).at(-1).at) - Date.now()) / 60_000;
    await until('some are in', () => load.count() >= half, 300_000);
    writeFileSync(stamp, '+3600');
    await until('the clock is an hour ahead', async () => (await ahead()) > 50, 60_000);
    const then = load.count();
    await until('more are in', () => load.count() >= then + half, 300_000);
    writeFileSync(stamp, '-3600');
    await until('the clock is an hour behind', async () => (await ahead()) < -50, 60_000);
    await sending;
    await until('all is served', async () => (await jumping.api('admin', '/interactions?state=waiting&limit=5')).body.items.length === 0, 300_000);
    load.stop();
    await Promise.all(agents);
    t.diagnostic(JSON.stringify({ acknowledged: load.count(), ...(await balanced(jumping, load.accepted)) }));
  } finally {
    await jumping.stop();
  }
});
