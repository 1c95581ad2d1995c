// SPDX-License-Identifier: Apache-2.0
// Features go and come while contacts of the others run: nothing is dropped, nothing is lost, open pages say what happens, class loaders go.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import WebSocket from 'ws';
import { AutoPhone } from '../lib/autophone.mjs';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Chatter, Mailer, Texter } from '../lib/customers.mjs';
import { MailWorld } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers } from '../lib/phones.mjs';
import { Smsc } from '../lib/smsc.mjs';

const CYCLES = process.env.PATCHBAY_LONG === '1' ? 20 : 1;
const VIEWS = ['floor', 'records', 'reply', 'reporting', 'admin', 'camel-console', 'voice-console'];
const OPEN = { floor: 'floor', records: 'records', reporting: 'reports' }; // what somebody looks at while it goes
const TEXTS = ['chat', 'sms', 'email', 'loopback'];
const PATIENCE = 60_000;

let patchbay, smsc, mails, browser, phone;
const agents = [];
const customers = [];
let working = true;
before(async () => {
  mails = await MailWorld.start();
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg'), mails.account());
  for (const pid of ['sms-peer', 'email-bank', 'voice']) await account(pid);
  browser = await launch();
  phone = await AutoPhone.start(patchbay, '1001');
  await until('the phone is registered', () => phone.registered, PATIENCE);
});
after(async () => {
  working = false;
  for (const customer of customers) await customer.goes();
  await Promise.all(agents);
  phone?.stop();
  await browser?.close();
  smsc?.stop();
  await mails?.stop();
  await patchbay?.stop();
});

const account = (pid, state = 'up') => until(`${pid} is ${state}`, async () => (await patchbay.api('admin', '/accounts')).body.items
  .find((one) => one.pid === `io.patchbay.channel.${pid}`)?.state === state, PATIENCE);

/** A change of a feature that must be done, and must have restarted nothing outside its plan. */
async function change(verb, feature, more = {}) {
  const { status, body, text } = await patchbay.command('admin', `feature.${verb}`, { feature, ...more });
  assert.equal(status, 200, `${verb} ${feature}: ${text}`);
  assert.deepEqual(body.result.restarted, [], `${verb} ${feature} restarted others`);
}

/** An agent as a program: accepts what rings; ends text at once, a call when the caller has hung up. */
async function work(user) {
  while (working) {
    try {
      await patchbay.presence(user, 'ready');
      const { offers, assignments } = (await patchbay.api(user, '/agents/me')).body;
      for (const { interaction } of offers) await patchbay.command(user, 'assignment.accept', { interaction });
      for (const { interaction, state } of assignments) {
        const call = state !== 'wrapup' && (await patchbay.api('admin', `/interactions/${interaction}`)).body.channel === 'voice';
        if (!call) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other', notes: '' });
      }
    } catch { /* the next round */ }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Calls one after the other; each must be answered, talked and ended by its caller. */
class CallsInARow {
  ended = 0;
  calling = null;

  async call(seconds = 4) {
    const caller = await Callers.start(patchbay, 'talk', { seconds });
    this.calling = caller.done().then(() => { this.ended += 1; });
    this.calling.catch(() => {});
    return this.calling;
  }

  begin() {
    this.on = true;
    this.running = (async () => { while (this.on) await this.call(); })();
    this.running.catch(() => {});
  }

  async end() {
    this.on = false;
    await this.running;
  }
}

const loaders = () => {
  const pid = /pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1];
  const histogram = execFileSync('jcmd', [pid, 'GC.class_histogram'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return histogram.split('\n').filter((line) => /BundleWiringImpl\$BundleClassLoader/.test(line))
    .reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[1]), 0);
};

test('the list says what there is, a plan what would happen, and what others need stays', async () => {
  const features = (await patchbay.api('admin', '/features')).body.items;
  const sms = features.find((one) => one.name === 'patchbay-sms');
  assert.equal(sms.state, 'running');
  assert.ok(sms.brings.some((piece) => piece.kind === 'channel' && piece.name === 'sms'));
  assert.ok(sms.brings.some((piece) => piece.kind === 'table'));
  assert.ok(features.find((one) => one.name === 'patchbay-camel').neededBy.includes('patchbay-sms'));
  const plan = (await patchbay.api('admin', '/features/sms/plan')).body;
  assert.equal(plan.allowed, true);
  assert.ok(plan.go.some((bundle) => bundle.startsWith('io.patchbay.channel.sms ')));
  assert.deepEqual(plan.restart, []);
  const refused = await patchbay.command('admin', 'feature.uninstall', { feature: 'camel' });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /needed by .*patchbay-sms/);
  assert.equal((await patchbay.command('susan', 'feature.uninstall', { feature: 'floor' })).status, 403);
  const shell = await patchbay.shell('patchbay:feature-plan voice');
  assert.match(shell.said, /go io\.patchbay\.channel\.voice /);
});

test('an open view says who took it and comes back by itself', async () => {
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  const admin = await signIn(browser, patchbay, 'admin', { locale: 'en' });
  await susan.goto(`${patchbay.url}/floor`);
  await susan.waitForSelector(id('rail-floor'));
  await admin.goto(`${patchbay.url}/features/patchbay-floor`);
  await admin.click(id('feature-uninstall'));
  await admin.locator(`${id('plan')}[data-allowed="true"]`).waitFor();
  await admin.waitForTimeout(600); // the button ignores presses for 400 ms after it appeared
  await admin.click(id('plan-do'));
  await susan.locator(`${id('vacant')}[data-why="UNINSTALL"]`, { hasText: 'out of service' }).waitFor();
  await susan.locator(id('rail-floor')).waitFor({ state: 'detached' });
  await admin.locator(`${id('feature-detail')}[data-state="available"]`).waitFor();
  await admin.click(id('feature-install'));
  await admin.locator(`${id('plan')}[data-allowed="true"]`).waitFor();
  await admin.waitForTimeout(600);
  await admin.click(id('plan-do'));
  await susan.locator(id('rail-floor')).waitFor();
  await susan.locator(id('vacant')).waitFor({ state: 'detached' });
  assert.deepEqual([susan.errors, admin.errors], [[], []]);
  await susan.context().close();
  await admin.context().close();
});

test(`${CYCLES} times everything goes and comes under load: nothing dropped, nothing lost`, { timeout: CYCLES * 600_000 }, async () => {
  const before = loaders();
  for (const user of ['alice', 'bob', 'carol']) agents.push(work(user));
  const chatters = ['王芳', '李强'].map((name) => new Chatter(patchbay, name));
  const texter = new Texter(smsc);
  const mailer = new Mailer(mails);
  customers.push(...chatters, texter, mailer);
  const calls = new CallsInARow();
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  customers.forEach((customer) => customer.begin());
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    calls.begin();
    for (const feature of [...VIEWS, ...TEXTS]) {
      if (OPEN[feature]) {
        await susan.goto(`${patchbay.url}/${OPEN[feature]}`);
        await susan.locator(`${id(`rail-${OPEN[feature]}`)}[aria-current="page"]`).waitFor();
      }
      await change('uninstall', feature);
      if (OPEN[feature]) await susan.locator(`${id('vacant')}[data-why="UNINSTALL"]`).waitFor();
      await change('install', feature);
      if (OPEN[feature]) await susan.locator(id('vacant')).waitFor({ state: 'detached' });
    }
    await calls.end();
    const call = calls.call(6);
    call.catch(() => {}); // awaited below
    await until('it is talked', async () => (await patchbay.api('admin', '/interactions?channel=voice&state=connected')).body.items.length, PATIENCE);
    await change('uninstall', 'voice', { drainSeconds: 60 });
    await call;
    await change('install', 'voice');
    await account('voice');
  }
  assert.deepEqual(susan.errors, []);
  await susan.goto(`${patchbay.url}/desk`);
  for (const customer of customers) await customer.end();
  for (const customer of customers) await until(`everything of ${customer} is acknowledged`, () => customer.acknowledged(), 2 * PATIENCE);
  await ledger({ chat: chatters.flatMap((one) => one.sent), sms: texter.sent.length, email: mailer.sent.length, voice: calls.ended });
  const allowed = before + 17; // one retired loader for each bundle that went
  await until(`at most ${allowed} class loaders are left`, () => loaders() <= allowed, PATIENCE);
});

test('a stop lets a call end and tells everybody else to come later', async () => {
  const visitor = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const heard = [];
  visitor.on('message', (data) => heard.push(JSON.parse(data)));
  visitor.on('error', () => {});
  await once(visitor, 'open');
  visitor.send(JSON.stringify({ type: 'hello', name: '孙悦', locale: 'en' }));
  const call = new CallsInARow().call(6);
  call.catch(() => {}); // awaited below
  await until('it is talked', async () => (await patchbay.api('admin', '/interactions?channel=voice&state=connected')).body.items.length, PATIENCE);
  const gone = once(patchbay.process, 'exit');
  patchbay.process.kill('SIGTERM');
  const caller = await Callers.start(patchbay, 'unavailable', { calls: 1 });
  await caller.done();
  visitor.send(JSON.stringify({ type: 'message', id: 'late', text: '在吗' }));
  await until('the visitor is told to come later', () => heard.some((frame) => frame.code === 'overloaded'));
  assert.equal(heard.some((frame) => frame.type === 'ack'), false);
  await call;
  assert.deepEqual(await gone, [0, null]);
  visitor.terminate();
});

/** Accepted = finished + open, each once; each message once; the chain whole. */
async function ledger(expected) {
  const lines = await patchbay.journal();
  const channel = new Map();
  const closed = new Map();
  const received = new Map();
  for (const line of lines) {
    if (line.type === 'interaction.arrived') {
      assert.equal(channel.has(line.interaction), false, `${line.interaction} arrived twice`);
      channel.set(line.interaction, line.body.channel);
    } else if (line.type === 'interaction.closed') {
      assert.equal(closed.has(line.interaction), false, `${line.interaction} closed twice`);
      closed.set(line.interaction, line.body.outcome);
    } else if (line.type === 'message.received') {
      const key = `${channel.get(line.interaction)} ${line.body.message}`;
      received.set(key, (received.get(key) ?? 0) + 1);
    }
  }
  const open = new Set();
  for (const state of ['treating', 'waiting', 'offered', 'connected', 'parked', 'wrapup']) {
    for (const one of (await patchbay.api('admin', `/interactions?state=${state}&limit=500`)).body.items) open.add(one.id);
  }
  const missing = [...channel.keys()].filter((one) => !closed.has(one) && !open.has(one));
  assert.deepEqual(missing, [], 'accepted is finished or open');
  assert.deepEqual([...received].filter(([, count]) => count > 1), [], 'no message was taken twice');
  const of = (name) => [...received.keys()].filter((key) => key.startsWith(`${name} `)).map((key) => key.slice(name.length + 1));
  assert.deepEqual(of('chat').sort(), [...expected.chat].sort());
  assert.equal(of('sms').length, expected.sms);
  assert.equal(of('email').length, expected.email);
  const calls = [...channel].filter(([, name]) => name === 'voice').map(([one]) => closed.get(one));
  assert.deepEqual([...new Set(calls)], ['handled'], 'no call was dropped');
  assert.equal(calls.length, expected.voice);
  assert.match((await patchbay.shell('patchbay:journal-verify')).status.toString(), /^0$/);
}
