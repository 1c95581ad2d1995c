// SPDX-License-Identifier: Apache-2.0
// Real calls: sipp as the carrier, baresip as the agents' phones, what was recorded measured by its tones.
import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import WebSocket from 'ws';
import { AutoPhone } from '../lib/autophone.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone, share, sides, steady } from '../lib/phones.mjs';

let patchbay;
const open = [];
before(async () => {
  patchbay = await Patchbay.start({ etc: { 'io.patchbay.channel.voice.cfg': 'deadAfterSeconds = 5\n' } });
});
after(async () => { await patchbay?.stop(); });
afterEach(async () => {
  for (const thing of open.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
  for (const user of ['alice', 'bob', 'carol']) await leave(user);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const phone = async (extension, options) => {
  const made = opened(await Phone.start(patchbay, extension, options));
  await made.registered();
  return made;
};
const callers = async (...args) => opened(await Callers.start(patchbay, ...args));
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const ready = (user) => patchbay.presence(user, 'ready');
const newest = async (where = () => true) => (await patchbay.api('admin', '/interactions?limit=20')).body.items.find(where);
const offer = (user) => until(`it rings at ${user}'s`, async () => (await me(user)).offers[0]?.interaction);
const lines = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id);
const closed = (id) => until('the contact is closed', async () => {
  const contact = (await patchbay.api('admin', `/interactions/${id}`)).body;
  return contact.state === 'closed' && contact;
});

/** Finishes what lies on the desk and signs out. */
async function leave(user) {
  await until(`${user} is away`, async () => {
    for (const { interaction } of (await me(user)).offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction } of (await me(user)).assignments) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  });
}

async function recording(id, user = 'susan') {
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${id}`, { headers: { authorization: 'Basic ' + Buffer.from(`${user}:patchbay`).toString('base64') } });
  return { status: response.status, wav: Buffer.from(await response.arrayBuffer()) };
}

test('a call is answered at the phone, talked, and recorded on two sides from connect to end', async () => {
  const alice = await phone('1001', { hertz: 1000 });
  await ready('alice');
  const caller = await callers('talk', { seconds: 14, hertz: 440 });
  const id = await offer('alice');
  await alice.answer();
  await until('alice talks', async () => (await me('alice')).assignments[0]?.state === 'active');
  await caller.done();
  await until('the wrap-up is due', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await patchbay.command('alice', 'assignment.complete', { interaction: id, disposition: 'enquiry' });
  const contact = await closed(id);
  assert.equal(contact.outcome, 'handled');
  assert.equal(contact.recording, true);
  assert.equal(contact.from, 'tel:+8613812342046');
  const { status, wav } = await recording(id);
  assert.equal(status, 200);
  const { left, right, seconds } = sides(wav);
  const journal = await lines(id);
  const at = (type) => Date.parse(journal.find((line) => line.type === type).at);
  const talked = (at('interaction.remoteLeft') - at('interaction.connected')) / 1000;
  assert.ok(Math.abs(seconds - talked) < 1, `${seconds} s are kept of ${talked} s`);
  const middle = (side) => side.subarray(8000, side.length - 8000);
  assert.ok(steady(middle(left), 440) > 0.9, `the caller's tone is left: ${steady(middle(left), 440)}`);
  assert.ok(steady(middle(right), 1000) > 0.9, `the agent's tone is right: ${steady(middle(right), 1000)}`);
  assert.ok(share(middle(left), 1000) < 0.01 && share(middle(right), 440) < 0.01, 'neither is on the other side');
  const heard = readFileSync(join(alice.folder, readdirSync(alice.folder).find((name) => /-dec\.wav$/.test(name))));
  const mono = Float64Array.from({ length: Math.floor((heard.length - 44) / 2) }, (_, i) => heard.readInt16LE(44 + 2 * i) / 32768);
  assert.ok(steady(mono.subarray(8000, 40_000), 440) > 0.9, 'alice heard the caller');
  assert.equal((await recording(id, 'alice')).status, 403);
  const looks = (await lines(id)).filter((line) => line.type.startsWith('recording.')).map((line) => `${line.type} ${line.actor}`);
  assert.deepEqual(looks, ['recording.played user:susan', 'recording.refused user:alice']);
});

test('accept at the desk answers a phone that honours Alert-Info', async () => {
  const auto = opened(await AutoPhone.start(patchbay, '1001'));
  await until('it is registered', () => auto.registered);
  await ready('alice');
  const caller = await callers('stays');
  const interaction = await offer('alice');
  assert.equal(auto.talking, false);
  assert.deepEqual((await patchbay.command('alice', 'assignment.accept', { interaction })).body, { result: { device: 'asked' } });
  await until('the phone talks', () => auto.talking);
  await until('so does the desk', async () => (await me('alice')).assignments[0]?.state === 'active');
  await patchbay.command('alice', 'interaction.end', { interaction });
  await caller.done();
  await until('the phone was hung up', () => !auto.talking);
});

test('a phone that turns a call away gives it to the next agent, who hangs up', async () => {
  const [alice, bob] = [await phone('1001'), await phone('1002')];
  await ready('alice');
  const caller = await callers('stays');
  await offer('alice');
  await alice.rings();
  await ready('bob');
  await alice.hangUp();
  const id = await offer('bob');
  assert.equal((await me('alice')).presence, 'ready');
  await bob.rings();
  await bob.answer();
  await until('bob talks', async () => (await me('bob')).assignments[0]?.state === 'active');
  await bob.hangUp();
  await caller.done();
  await until('the wrap-up is due', async () => (await me('bob')).assignments[0]?.state === 'wrapup');
  const types = (await lines(id)).map((line) => line.type);
  assert.ok(types.includes('assignment.declined'));
});

test('nobody answers: the agent is not ready, the caller keeps his place until he gives up', async () => {
  const alice = await phone('1001');
  await ready('alice');
  await callers('talk', { seconds: 20 });
  const id = await offer('alice');
  await until('the offer ran out', async () => (await me('alice')).reason === 'no-answer');
  await until('the phone is quiet again', () => /session closed|terminated/.test(alice.said));
  assert.equal((await patchbay.api('admin', `/interactions/${id}`)).body.state, 'waiting');
  assert.equal((await closed(id)).outcome, 'abandoned');
});

test('a phone that dies in the middle of a call sends the caller on to another agent', async () => {
  const [alice, bob] = [await phone('1001'), await phone('1002')];
  await ready('alice');
  const caller = await callers('stays');
  const id = await offer('alice');
  await alice.answer();
  await until('alice talks', async () => (await me('alice')).assignments[0]?.state === 'active');
  await ready('bob');
  await alice.pullOut();
  assert.equal(await offer('bob'), id);
  await bob.answer();
  await until('bob talks', async () => (await me('bob')).assignments[0]?.state === 'active');
  await until('alice wraps up', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await patchbay.command('bob', 'interaction.end', { interaction: id });
  await caller.done();
});

test('a caller whose sound stops is let go', async () => {
  const alice = await phone('1001');
  await ready('alice');
  const caller = await callers('falls-silent', { seconds: 4 });
  const id = await offer('alice');
  await alice.answer();
  await caller.done();
  const left = await until('he has left', async () => (await lines(id)).find((line) => line.type === 'interaction.remoteLeft'));
  assert.equal(left.body.reason, 'lost');
});

test('a wrong password never registers, and without a phone no calls are offered', async () => {
  const wrong = opened(await Phone.start(patchbay, '1003', { password: 'not-the-one' }));
  await until('it is refused', () => /401|403|Unauthorized|forbidden/i.test(wrong.said));
  await ready('carol');
  const caller = await callers('talk', { seconds: 4, number: '95503' });
  const waiting = await until('the call waits', () => newest((contact) => contact.state === 'waiting'));
  await caller.done();
  assert.deepEqual((await closed(waiting.id)).assignments, []);
  assert.ok(!/200 OK .*binding/.test(wrong.said));
});

test('strangers and foreign numbers are refused and leave nothing', async () => {
  const before = (await patchbay.journal()).length;
  await (await callers('refused', { number: '99999' })).done();
  await (await callers('refused', { number: '0013105551234' })).done();
  await (await callers('challenged', { number: '0013105551234', from: '1001' })).done();
  await (await callers('challenged', { number: '95500', from: '1001' })).done();
  const arrived = (await patchbay.journal()).slice(before).filter((line) => line.type === 'interaction.arrived');
  assert.deepEqual(arrived, []);
});

test("a stranger's sound is neither heard nor recorded", async () => {
  const alice = await phone('1001');
  await ready('alice');
  const caller = await callers('talk', { seconds: 9 });
  const id = await offer('alice');
  await alice.answer();
  await until('alice talks', async () => (await me('alice')).assignments[0]?.state === 'active');
  const stranger = createSocket('udp4');
  let echoes = 0;
  stranger.on('message', () => { echoes++; });
  const [first, last] = patchbay.env.PATCHBAY_RTP_PORTS.split('-').map(Number);
  for (let sequence = 0; sequence < 60; sequence++) {
    for (let port = first; port <= last; port += 2) {
      const packet = Buffer.alloc(172, 0x2a); // loud A-law
      packet.writeUInt32BE(0x80080000 + sequence, 0);
      packet.writeUInt32BE(sequence * 160, 4);
      stranger.send(packet, port, '127.0.0.1');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await caller.done();
  assert.equal(echoes, 0);
  stranger.close();
  await patchbay.command('alice', 'assignment.complete', { interaction: id, disposition: 'other' });
  await closed(id);
  const { left, right } = sides((await recording(id)).wav);
  const middle = (side) => side.subarray(8000, side.length - 8000);
  assert.ok(steady(middle(left), 440) > 0.9 && steady(middle(right), 1000) > 0.9, `only those who were agreed with are in it: ${steady(middle(left), 440)}, ${steady(middle(right), 1000)}`);
});

test('a trunk comes by a file, a wrong one is refused by name, and goes with its file', async () => {
  const file = join(patchbay.home, 'etc/io.patchbay.channel.voice.trunk-second.cfg');
  const state = async () => (await patchbay.api('admin', '/accounts')).body.items.find((account) => account.pid.endsWith('trunk-second'))?.state;
  writeFileSync(file, 'allowedSources = carrier.example\nnumbers = 95503\n');
  const cause = await until('health names file and key', async () =>
    (await patchbay.api(undefined, '/health')).body.parts.find((part) => part.part === 'configuration').cause);
  assert.match(cause, /trunk-second\.cfg.*allowedSources/s);
  assert.equal(await state(), undefined);
  writeFileSync(file, 'allowedSources = 198.51.100.0/24\nnumbers = 95503\n');
  await until('the trunk is there', async () => (await state()) === 'up');
  rmSync(file);
  await until('the trunk is gone', async () => (await state()) === undefined);
});

test('voice goes and comes while a call drains and a chat goes on', async () => {
  const chat = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const acknowledged = [];
  let cut = false;
  chat.on('message', (data) => { const frame = JSON.parse(data); if (frame.type === 'ack') acknowledged.push(frame.id); });
  chat.on('close', () => { cut = true; });
  await once(chat, 'open');
  chat.send(JSON.stringify({ type: 'hello', name: '林若晴', locale: 'zh-CN' }));
  const says = async (id) => {
    chat.send(JSON.stringify({ type: 'message', id, text: id }));
    await until(`${id} is kept`, () => acknowledged.includes(id));
  };
  await says('before');
  const alice = await phone('1001');
  await ready('alice');
  const caller = await callers('talk', { seconds: 45 });
  await offer('alice');
  await alice.answer();
  await until('alice talks', async () => (await me('alice')).assignments[0]?.state === 'active');
  const asked = await patchbay.shell('patchbay:feature-uninstall voice');
  assert.match(asked.said, /1 contact would be cut off: voice 1/);
  assert.notEqual(asked.status, 0);
  const gone = patchbay.shell('patchbay:feature-uninstall --drain 60 voice');
  await until('new calls are told to come back later', async () => {
    await (await callers('unavailable')).done();
    return true;
  });
  await caller.done();
  assert.equal((await gone).status, 0);
  assert.equal((await patchbay.api(null, '/health')).status, 200);
  await says('without-voice');
  assert.equal((await patchbay.shell('patchbay:feature-install voice')).status, 0);
  await until('voice is back', async () => (await patchbay.api('admin', '/accounts')).body.items.some((account) => account.pid === 'io.patchbay.channel.voice' && account.state === 'up'));
  await leave('alice');
  await ready('alice');
  const again = await callers('talk', { seconds: 3 });
  await offer('alice');
  await again.done();
  await says('with-voice-again');
  assert.equal(cut, false);
  chat.send(JSON.stringify({ type: 'bye' }));
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});
