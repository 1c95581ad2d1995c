// SPDX-License-Identifier: Apache-2.0
// Calls over a line that loses, delays, doubles and reorders SIP both ways: no leg stays behind, no agent is left in a wrong state, everything is given back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AutoPhone } from '../lib/autophone.mjs';
import { BadLine } from '../lib/badline.mjs';
import { scrape, value } from '../lib/exposition.mjs';
import { balanced, holdings, nothingLeaked } from '../lib/ledger.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, folder } from '../lib/phones.mjs';

const LONG = process.env.PATCHBAY_LONG === '1';
const CALLS = LONG ? 10_000 : 24;
const WARM_UP = LONG ? 200 : 0;
const POOLS = LONG ? {} : { handles: 200, threads: 200, ours: 40 }; // few calls: ports and legs are exact, what pools take is not told from a leak
const [AT_ONCE, PER_SECOND] = LONG ? [80, 20] : [20, 10];
const AGENTS = { alice: '1001', bob: '1002', carol: '1003', david: '1004' };
const rest = (millis) => new Promise((done) => setTimeout(done, millis));
let patchbay;
const open = [];
before(async () => { patchbay = await Patchbay.start({ env: { JAVA_MAX_MEM: LONG ? '1g' : '768m' }, etc: { 'io.patchbay.channel.voice.cfg': 'deadAfterSeconds = 15\n' } }); });
after(async () => {
  for (const thing of open.reverse()) await thing.stop();
  await patchbay?.stop();
});
const opened = (thing) => {
  open.push(thing);
  return thing;
};

/** A telephone that picks up after a moment, and says again what may not have come, as RFC 3261 demands of it. */
class StubbornPhone extends AutoPhone {
  said = new Map();
  again = new Map();

  send(text) {
    if (text.startsWith('REGISTER')) {
      clearInterval(this.registering);
      this.registering = setInterval(() => super.send(text), 500);
    }
    const call = /^Call-ID: (.*)$/m.exec(text)[1];
    const cseq = /^CSeq: (.*)$/m.exec(text)[1];
    if (text.startsWith('SIP/2.0')) this.said.set(`${call} ${cseq}`, text);
    if (/^SIP\/2.0 200/.test(text) && cseq.endsWith('INVITE')) {
      let times = 0;
      this.again.set(call, setInterval(() => (times++ < 20 ? super.send(text) : this.rests(call)), 500));
    }
    super.send(text);
  }

  rests(call) {
    clearInterval(this.again.get(call));
    this.again.delete(call);
  }

  takes(message, from) {
    const of = (name) => new RegExp(`^${name}\\s*:\\s*(.*)$`, 'im').exec(message)?.[1].trim();
    if (message.startsWith('ACK')) this.rests(of('Call-ID'));
    const before = this.said.get(`${of('Call-ID')} ${of('CSeq')}`);
    if (before && !message.startsWith('SIP/2.0')) AutoPhone.prototype.send.call(this, before);
    else super.takes(message, from);
    if (this.registered) clearInterval(this.registering);
    if (message.startsWith('BYE')) this.rests(of('Call-ID'));
  }

  rings(message) {
    this.invite = message;
    this.answers(message, '180 Ringing');
    setTimeout(() => this.invite === message && this.picksUp(), 100 + Math.random() * 500);
  }

  stop() {
    clearInterval(this.registering);
    for (const call of this.again.keys()) this.rests(call);
    super.stop();
  }
}

/** Every call from a number of its own. */
function numbers() {
  const file = join(folder, 'numbers.csv');
  writeFileSync(file, `SEQUENTIAL\n${Array.from({ length: CALLS }, (_, n) => `138${String(n + 1).padStart(8, '0')};`).join('\n')}\n`);
  return file;
}

/** An agent who takes what comes; every third contact he ends himself, the others when the caller is gone. */
async function works(user, running) {
  const seen = new Set();
  while (running()) {
    const { body } = await patchbay.api(user, '/agents/me');
    if (body.presence !== 'ready' && body.presence !== 'busy') await patchbay.presence(user, 'ready');
    for (const { interaction, state } of body.assignments) {
      seen.add(interaction);
      if (state === 'wrapup' || (state === 'active' && seen.size % 3 === 0)) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    }
    await rest(100);
  }
}

test(`${CALLS} calls over a bad line leave nothing behind`, async (t) => {
  const line = opened(await BadLine.start(patchbay.sipPort));
  const far = { sipPort: line.port };
  for (const extension of Object.values(AGENTS)) {
    const phone = opened(await StubbornPhone.start(far, extension));
    await until(`${extension} is registered`, () => phone.registered);
  }
  for (const user of Object.keys(AGENTS)) await patchbay.presence(user, 'ready');
  let running = true;
  const work = Object.keys(AGENTS).map((user) => works(user, () => running));
  const figure = async (name) => value(await scrape(patchbay), name);
  const call = async (calls) => {
    const callers = opened(await Callers.start(far, 'hangs-up', { number: '95503', calls, atOnce: AT_ONCE, perSecond: PER_SECOND, more: ['-inf', numbers()] }));
    await callers.gone;
    await until('no call is left', async () => (await figure('patchbay_voice_calls')) === 0 && (await figure('patchbay_sip_calls')) === 0, 180_000);
  };
  if (LONG) await call(WARM_UP); // pools of threads and of connections to the CRM come with the first
  const before = await holdings(patchbay);
  await call(CALLS);
  await until('every agent is free', async () => {
    const desks = await Promise.all(Object.keys(AGENTS).map(async (user) => (await patchbay.api(user, '/agents/me')).body));
    return desks.every((desk) => desk.presence === 'ready' && !desk.assignments.length && !desk.offers.length);
  }, 60_000);
  running = false;
  await Promise.all(work);
  const books = await balanced(patchbay);
  assert.equal(books.open, 0, 'a contact is still open');
  assert.ok(books.arrived > (WARM_UP + CALLS) * 0.95, `${books.arrived} of ${WARM_UP + CALLS} calls came through`);
  const now = await nothingLeaked(patchbay, before, POOLS);
  const { body } = await patchbay.api('admin', '/interactions?limit=500&channel=voice');
  const outcomes = {};
  for (const { outcome } of body.items) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  assert.ok(outcomes.handled > 0 && outcomes.abandoned > 0, JSON.stringify(outcomes));
  t.diagnostic(JSON.stringify({ books, outcomes, line: { passed: line.passed, lost: line.lost, doubled: line.doubled }, threads: [before.threads, now.threads], ports: now.portsFree }));
});
