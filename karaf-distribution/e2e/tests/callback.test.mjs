// SPDX-License-Identifier: Apache-2.0
// Callbacks in queue: asked by telephone, chat, SMS words and REST, dialled once an agent is truly there, never twice.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import WebSocket from 'ws';
import { id as testId, launch, signIn } from '../lib/browser.mjs';
import { Called, callbacks, outboundTrunk } from '../lib/called.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { Callers, Phone, sides, steady } from '../lib/phones.mjs';
import { Smsc } from '../lib/smsc.mjs';

const NUMBER = '+8613812342046';
let patchbay;
let port;
let alice;
const open = [];
before(async () => {
  port = await freePort();
  patchbay = await Patchbay.start({ etc: outboundTrunk(port) });
  await callbacks(patchbay, 'service', { tries: 2 });
  alice = await Phone.start(patchbay, '1001', { answer: 'auto', hertz: 1000 });
  await alice.registered();
});
after(async () => {
  await alice?.pullOut();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  await until('alice is away', async () => {
    for (const { interaction } of (await me('alice')).assignments) await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence('alice', 'loggedOut')).status === 200;
  });
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const called = async (scenario, options) => opened(await Called.start(patchbay, scenario, port, options));
const callers = async (...args) => opened(await Callers.start(patchbay, ...args));
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const newest = async () => (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];
const types = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id).map((line) => line.type);
const count = async (id, type) => (await types(id)).filter((one) => one === type).length;
const ask = (interaction, body = {}) => patchbay.command('susan', 'callback.ask', { interaction, ...body });

/** A caller who waits, presses one and is let go; gives his contact. */
async function presses() {
  const before = (await newest())?.id;
  const caller = await callers('presses-one', { seconds: 1 });
  const id = await until('he is there', async () => { const one = await newest(); return one?.id !== before && one.id; });
  await until('he is to be called back', async () => (await contact(id)).callback?.phase === 'waiting');
  await caller.done();
  return id;
}

/** A caller who hangs on until he is hung up on. */
async function waits() {
  const before = (await newest())?.id;
  const caller = await callers('stays', { from: '13900001111' });
  const id = await until('he waits', async () => { const one = await newest(); return one?.id !== before && one.state === 'waiting' && one.id; });
  return { caller, id };
}

const talking = (id) => until('they talk', async () => (await contact(id)).callback?.phase === 'talking');
const closed = (id) => until('it is closed', async () => { const one = await contact(id); return one.state === 'closed' && one; });
const soon = () => new Date(Date.now() + 500).toISOString();

async function wrapUp(interaction) {
  await until('the wrap-up is due', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  assert.equal((await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' })).status, 200);
}

test('who presses one keeps his place, is dialled once an agent is there, and the talk is recorded', async () => {
  const id = await presses();
  const other = await waits();
  const party = await called('answers', { hertz: 440 });
  await patchbay.presence('alice', 'ready');
  await talking(id);
  assert.equal((await contact(other.id)).state, 'waiting', 'who came later waits on');
  await until('some seconds are said', async () => {
    const began = (await patchbay.journal()).find((line) => line.interaction === id && line.type === 'interaction.recordingBegan');
    return began && Date.now() - Date.parse(began.at) > 6_000;
  });
  await patchbay.presence('alice', 'notReady', 'break');
  assert.equal((await patchbay.command('alice', 'interaction.end', { interaction: id })).status, 200);
  await party.gone;
  await wrapUp(id);
  const done = await closed(id);
  assert.equal(done.outcome, 'handled');
  assert.equal(done.channel, 'voice');
  assert.equal(await count(id, 'callback.dialling'), 1);
  const order = (await types(id)).filter((type) => /^(callback|assignment\.accepted|interaction\.connected)/.test(type));
  assert.deepEqual(order, ['callback.asked', 'assignment.accepted', 'callback.dialling', 'callback.reached', 'interaction.connected', 'callback.done']);
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${id}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  const { left, right } = sides(Buffer.from(await response.arrayBuffer()));
  assert.ok(steady(left, 440) > 0.9 && steady(right, 1000) > 0.9, 'both sides are in it');
  await patchbay.command('susan', 'interaction.end', { interaction: other.id });
  await other.caller.done();
});

test('who does not answer is tried again by the rule, then given up', async () => {
  const id = await presses();
  await called('busy');
  await patchbay.presence('alice', 'ready');
  const rests = await until('the first call failed', async () => { const one = await contact(id); return one.callback.due && one; });
  assert.equal(rests.callback.attempts, 1);
  assert.ok(Date.parse(rests.callback.due) > Date.now() + 30_000, 'the next is a minute later');
  await called('busy');
  assert.equal((await patchbay.command('susan', 'callback.move', { interaction: id, at: soon() })).status, 200);
  const done = await closed(id);
  assert.equal(done.outcome, 'abandoned');
  assert.equal(await count(id, 'callback.dialling'), 2);
  assert.equal((await me('alice')).presence, 'ready');
});

test('asked twice there is one; a costly, foreign or wrong number is refused', async () => {
  const { caller, id } = await waits();
  for (const [number, code] of [['+33123456789', 'number-abroad'], ['12', 'number-invalid'], ['not a number', 'number-invalid']]) {
    const refused = await ask(id, { number });
    assert.equal(refused.status, 400, refused.text);
    assert.equal(refused.body.code, code, refused.text);
  }
  const first = await ask(id, { number: NUMBER });
  assert.equal(first.status, 200, first.text);
  const again = await ask(id, { number: NUMBER });
  assert.equal(again.status, 409);
  assert.equal(again.body.code, 'callback-exists');
  assert.match(again.text, new RegExp((await contact(id)).number));
  await caller.done();
  assert.equal((await patchbay.command('susan', 'callback.cancel', { interaction: id })).status, 200);
  assert.equal((await closed(id)).outcome, 'abandoned');
});

test('a kill while the customer rings counts as a call: there is never a second one but by the rule', async () => {
  const id = await presses();
  const party = await called('rings-only', { calls: 9 });
  await patchbay.presence('alice', 'ready');
  await until('he is dialled', async () => (await contact(id)).callback.phase === 'dialling');
  await patchbay.kill();
  await patchbay.launch();
  const after = await until('it waits for its next try', async () => { const one = await contact(id); return one.callback?.due && one; });
  assert.equal(after.callback.attempts, 1);
  await party.stop();
  assert.equal(await count(id, 'callback.dialling'), 1);
  await until('alice rings again', () => /200 OK .*\[\d+ binding/.test(alice.said));
  await called('answers');
  await patchbay.presence('alice', 'ready');
  await patchbay.command('susan', 'callback.move', { interaction: id, at: soon() });
  await talking(id);
  await patchbay.command('alice', 'interaction.end', { interaction: id });
  await wrapUp(id);
  assert.equal((await closed(id)).outcome, 'handled');
  assert.equal(await count(id, 'callback.dialling'), 2);
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});

test('from a chat: asked with a word, moved, and called', async () => {
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const frames = [];
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  await until('it is open', () => socket.readyState === 1);
  const say = (id, text) => socket.send(JSON.stringify({ type: 'message', id, text }));
  socket.send(JSON.stringify({ type: 'hello', name: 'Lin', locale: 'en' }));
  say('c1', 'Good morning');
  const place = await until('he is told his place', () => frames.find((frame) => frame.type === 'queued'));
  assert.ok(place.lowSeconds <= place.highSeconds, JSON.stringify(place));
  const { id } = await newest();
  say('c2', `callback ${NUMBER}`);
  const answer = await until('he is answered', () => frames.find((frame) => frame.type === 'message' && frame.from !== 'customer'));
  assert.match(answer.text, /You keep your place/);
  say('c3', 'callback 23:59');
  await until('it is moved', async () => (await contact(id)).callback.due);
  await called('answers');
  await patchbay.presence('alice', 'ready');
  assert.equal((await contact(id)).state, 'waiting');
  await patchbay.command('susan', 'callback.move', { interaction: id, at: soon() });
  await talking(id);
  assert.equal((await contact(id)).channel, 'chat');
  await patchbay.command('alice', 'interaction.end', { interaction: id });
  await until('the chat is over too', () => frames.some((frame) => frame.type === 'ended'));
  await wrapUp(id);
  assert.equal((await closed(id)).outcome, 'handled');
  socket.close();
});

test('from an SMS: the word alone asks, the sender is called, and takes it back', async () => {
  const smsc = opened(await Smsc.start(patchbay));
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('the account is up', async () => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid.endsWith('sms-peer'))?.state === 'up');
  await smsc.say('deliver +8613800132046 回电');
  const id = await until('he is to be called back', async () => { const one = await newest(); return one.channel === 'sms' && one.callback?.phase === 'waiting' && one.id; });
  assert.equal((await contact(id)).callback.number, 'tel:+8613800132046');
  await until('he is answered', async () => (await smsc.sent()).some((sms) => sms.text.includes('已为您保留位置')));
  await smsc.say('deliver +8613800132046 取消回电');
  assert.equal((await closed(id)).outcome, 'abandoned');
  assert.equal(await count(id, 'callback.dialling'), 0);
});

test('at the desk a callback is named before it is taken, and while the customer is called', async () => {
  const browser = await launch();
  try {
    const phone = await Phone.start(patchbay, '1002');
    opened({ stop: () => phone.pullOut() });
    await phone.registered();
    const bob = await signIn(browser, patchbay, 'bob', { locale: 'en' });
    const id = await presses();
    const party = await called('rings-only');
    await patchbay.presence('bob', 'ready');
    await bob.locator(testId('callback'), { hasText: 'Callback' }).waitFor();
    if (process.env.SHOTS) await bob.screenshot({ path: `${process.env.SHOTS}/callback-offer.png` });
    await phone.answer();
    await bob.getByText('Calling the customer').first().waitFor();
    if (process.env.SHOTS) await bob.screenshot({ path: `${process.env.SHOTS}/callback-dialling.png` });
    await phone.hangUp();
    await party.gone;
    await until('he keeps his place', async () => { const one = await contact(id); return one.state === 'waiting' && one.callback.attempts === 1; });
    await patchbay.command('susan', 'callback.cancel', { interaction: id });
    await closed(id);
    assert.deepEqual(bob.errors, []);
    await patchbay.presence('bob', 'loggedOut');
  } finally {
    await browser.close();
  }
});
