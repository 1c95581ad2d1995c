// SPDX-License-Identifier: Apache-2.0
// The web chat's wire contract and REST from outside, as a stranger's program sees them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import WebSocket from 'ws';
import { Patchbay, until } from '../lib/patchbay.mjs';

let patchbay;
before(async () => { patchbay = await Patchbay.start(); });
after(async () => { await patchbay?.stop(); });

async function chat(options = {}) {
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`, options);
  const frames = [];
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  socket.closed = new Promise((resolve) => socket.on('close', resolve));
  await once(socket, 'open');
  return Object.assign(socket, {
    frames,
    say: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    hears: (type, where = () => true) => until(`${type} comes`, () => frames.find((frame) => frame.type === type && where(frame))),
  });
}

test('own, foreign and no origin', async () => {
  (await chat({ origin: patchbay.url })).terminate();
  (await chat()).terminate();
  await assert.rejects(chat({ origin: 'https://evil.example' }), /403/);
});

test('anything before hello, bad frames and long ones get their errors', async () => {
  const visitor = await chat();
  visitor.say({ type: 'message', id: 'a', text: 'x' });
  await visitor.hears('error', (frame) => frame.code === 'hello-first');
  visitor.say({ type: 'hello', locale: 'en', unknown: true });
  await visitor.hears('welcome');
  visitor.say({ type: 'dance' });
  await visitor.hears('error', (frame) => frame.code === 'unknown-type');
  visitor.say({ type: 'message', id: 'b', text: 'x'.repeat(9000) });
  await visitor.hears('error', (frame) => frame.code === 'too-long');
  visitor.say({ type: 'hello', session: 'forged' });
  await visitor.hears('error', (frame) => frame.code === 'bad-session');
  visitor.say('{not json');
  await visitor.hears('error', (frame) => frame.code === 'bad-json');
  const other = await chat();
  other.say('x'.repeat(70_000));
  assert.equal(await other.closed, 1009);
  assert.equal((await patchbay.api('admin', '/interactions?limit=1')).body.items.length, 0);
});

test('a flood costs only its own connection', async () => {
  const calm = await chat();
  calm.say({ type: 'hello', locale: 'en' });
  await calm.hears('welcome');
  const flood = await chat();
  flood.say({ type: 'hello', locale: 'en' });
  for (let i = 0; i < 1000 && flood.readyState === WebSocket.OPEN; i++) {
    flood.say({ type: 'typing' });
    await new Promise(setImmediate); // hears the close before it writes into a closed connection
  }
  assert.equal(await flood.closed, 1008);
  assert.equal(flood.frames.some((frame) => frame.code === 'too-fast'), true);
  calm.say({ type: 'message', id: 'calm', text: 'still here' });
  await calm.hears('ack', (frame) => frame.id === 'calm');
  calm.say({ type: 'bye' });
  await calm.hears('ended');
});

test('the same line twice is kept once, a second socket replaces the first, a return misses nothing', async () => {
  const first = await chat();
  first.say({ type: 'hello', name: '周', locale: 'zh-CN' });
  const { session } = await first.hears('welcome');
  first.say({ type: 'message', id: 'l1', text: '一' });
  first.say({ type: 'message', id: 'l1', text: '一' });
  await until('two acks', () => first.frames.filter((frame) => frame.type === 'ack').length === 2);
  const second = await chat();
  second.say({ type: 'hello', session, locale: 'zh-CN' });
  assert.equal(await first.closed, 1000);
  const line = await second.hears('message');
  assert.deepEqual([line.id, line.from, line.text], ['l1', 'customer', '一']);
  const { id } = (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];
  assert.equal((await patchbay.api('admin', `/interactions/${id}/messages`)).body.items.length, 1);
  second.say({ type: 'bye' });
  await second.hears('ended');
  second.say({ type: 'message', id: 'l2', text: '二' });
  await second.hears('ack', (frame) => frame.id === 'l2');
  const [again] = (await patchbay.api('admin', '/interactions?limit=1')).body.items;
  const before = (await patchbay.api('admin', `/interactions/${id}`)).body;
  assert.notEqual(again.id, id);
  assert.equal(again.conversation, before.conversation);
  assert.equal(before.outcome, 'abandoned');
  second.say({ type: 'bye' });
  await second.hears('ended');
});

test('REST refuses in words: no right, no sign-in, unknown things, states that forbid it', async () => {
  assert.equal((await patchbay.api(undefined, '/queues')).status, 401);
  assert.equal((await patchbay.api('alice', '/journal')).status, 403);
  assert.equal((await patchbay.api('admin', '/interactions/nonsense')).status, 400);
  assert.equal((await patchbay.api('admin', '/interactions?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z')).status, 400);
  const fishing = await patchbay.presence('alice', 'notReady', 'fishing');
  assert.equal(fishing.status, 400);
  assert.match(fishing.body.detail, /fishing.*break, meal, meeting/);
  assert.match(fishing.type, /application\/problem\+json/);
  assert.equal((await patchbay.command('alice', 'no.such', {})).status, 404);
  assert.equal((await patchbay.command('alice', 'assignment.accept', {})).status, 400);
  const { id } = (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];
  assert.equal((await patchbay.command('alice', 'assignment.accept', { interaction: id })).status, 409);
  const token = await patchbay.api(undefined, '/tokens', { method: 'POST', body: { user: 'alice', password: 'patchbay' } });
  assert.equal(token.status, 200);
  assert.ok(new Date(token.body.expiresAt) > new Date());
  const skill = await patchbay.command('admin', 'queue.save', { queue: 'cards', name: 'Cards', unit: 'headquarters', needs: { juggling: 1 } });
  assert.equal(skill.status, 400);
  assert.match(skill.body.detail, /juggling/);
});

test('the journal can be verified by anybody, and holds nothing personal in clear', async () => {
  const lines = await patchbay.journal();
  const canonical = (value) =>
    Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
      : value && typeof value === 'object'
        ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
        : JSON.stringify(value);
  let previous = '0'.repeat(64);
  for (const { hash, ...line } of lines) {
    assert.equal(createHash('sha256').update(previous + canonical(line)).digest('hex'), hash, `line ${line.seq}`);
    previous = hash;
  }
  assert.equal(lines.at(-1).seq, lines.length);
  assert.equal(JSON.stringify(lines).includes('still here'), false);
  const verified = await patchbay.shell('patchbay:journal-verify');
  assert.equal(verified.status, 0, verified.said);
});

test('a wrong configuration value is refused by name and the last good one stays', async () => {
  const file = join(patchbay.home, 'etc/io.patchbay.channel.chat.cfg');
  appendFileSync(file, '\nmaxMessageBytes = many\n');
  const health = await until('health says so', async () => {
    const { body } = await patchbay.api(undefined, '/health');
    return body.status === 'degraded' && body;
  });
  const cause = health.parts.find((part) => part.part === 'configuration').cause;
  assert.match(cause, /io\.patchbay\.channel\.chat\.cfg/);
  assert.match(cause, /maxMessageBytes/);
  const visitor = await chat();
  visitor.say({ type: 'hello', locale: 'en' });
  await visitor.hears('welcome');
});
