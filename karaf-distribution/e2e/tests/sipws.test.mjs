// SPDX-License-Identifier: Apache-2.0
// SIP over WebSocket (RFC 7118): JsSIP in Chromium as an agent's telephone, judged by what each side hears.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import WebSocket from 'ws';
import { launch } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { folder } from '../lib/phones.mjs';
import { SoftPhone } from '../lib/softphone.mjs';
import { Line, Site, WebPhone } from '../lib/webphone.mjs';

const [CUSTOMER, PAGE, BOB] = [440, 1000, 1300];
const TONES = [CUSTOMER, PAGE, BOB];

let site;
let patchbay;
let browser;
let ws;
const open = [];
const callers = [];
before(async () => {
  const file = join(folder, 'page.wav');
  spawnSync('sox', ['-R', '-n', '-r', '48000', '-c', '1', '-b', '16', file, 'synth', '30', 'sine', PAGE, 'gain', '-10']);
  site = await Site.start();
  patchbay = await Patchbay.start({ etc: { 'io.patchbay.channel.voice.cfg': `allowedOrigins = ${site.origin}\n` } });
  ws = `${patchbay.url.replace('http', 'ws')}/sip/ws`;
  browser = await launch('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`, '--autoplay-policy=no-user-gesture-required');
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
  site?.stop();
});
afterEach(async () => {
  for (const caller of callers.splice(0).filter(({ talking }) => talking)) await goes(caller); // who only falls silent keeps his place for a minute
  for (const thing of open.splice(0)) await thing.stop();
  for (const user of ['alice', 'bob']) await leave(user);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const lines = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id);
const metric = async (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec((await patchbay.api('admin', '/metrics')).text)?.[1]);

async function leave(user) {
  await until(`${user} is away`, async () => {
    for (const { interaction } of (await me(user)).offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction } of (await me(user)).assignments) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  });
}

const hears = (who, name, ...tones) => until(`${name} hears ${tones.join(', ') || 'nobody'}`, () => TONES.every((tone) => who.hears(tone) === tones.includes(tone))).catch((error) => {
  throw new Error(`${error.message}: ${TONES.map((tone) => `${tone}: ${who.level(tone).toFixed(2)}`)}`);
});
const music = async (who, name) => {
  await hears(who, name);
  await until(`${name} hears music`, () => who.hearsAnything());
};
async function customer() {
  const caller = opened(await SoftPhone.dials(patchbay, '95500', { hertz: CUSTOMER }));
  callers.push(caller);
  return caller;
}

async function goes(caller) {
  const before = caller.seen.length;
  caller.hangUp();
  await until('his BYE is answered', () => caller.seen.length > before);
}

const active = (user) => until(`${user} talks`, async () => (await me(user)).assignments.find(({ state }) => state === 'active')?.interaction);

/** Alice's telephone is a page; she is ready. */
async function alice(url = ws) {
  const phone = opened(await WebPhone.start(browser, site, url, '1001'));
  await phone.registered();
  assert.equal((await patchbay.presence('alice', 'ready')).status, 200);
  return phone;
}

/** A customer talks with her. */
async function talking(url) {
  const phone = await alice(url);
  const caller = await customer();
  await phone.is('ringing');
  await phone.does('answer');
  const interaction = await active('alice');
  await phone.hears(CUSTOMER);
  await hears(caller, 'the customer', PAGE);
  return { phone, caller, interaction };
}

/** A socket of no page; gives the status of the handshake. */
async function knocks(protocols, options) {
  const socket = new WebSocket(ws, protocols, options);
  socket.on('error', () => {});
  const status = await Promise.race([once(socket, 'open').then(() => 101), once(socket, 'unexpected-response').then(([, response]) => response.statusCode)]);
  socket.terminate();
  return status;
}

async function socket() {
  const made = new WebSocket(ws, ['sip']);
  made.frames = [];
  made.on('message', (data, binary) => made.frames.push({ text: data.toString(), binary }));
  made.closed = new Promise((resolve) => made.on('close', resolve));
  await once(made, 'open');
  open.push({ stop: () => made.terminate() });
  return made;
}

const options = (id) => `OPTIONS sip:patchbay SIP/2.0\r\nVia: SIP/2.0/WS m.invalid;branch=z9hG4bK${id};rport\r\nMax-Forwards: 70\r\nFrom: <sip:x@patchbay>;tag=a\r\nTo: <sip:patchbay>\r\nCall-ID: ${id}\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n`;

test('the door: own, allowed, foreign and no origin, the subprotocol, and nothing else to be had', async () => {
  assert.equal(await knocks(['sip'], { origin: patchbay.url }), 101);
  assert.equal(await knocks(['sip'], { origin: site.origin }), 101);
  assert.equal(await knocks(['chat', 'sip']), 101);
  assert.equal(await knocks(['sip'], { origin: 'https://evil.example' }), 403);
  assert.equal(await knocks(['sip'], { origin: 'null' }), 403);
  assert.equal(await knocks(['chat']), 400);
  assert.equal(await knocks([]), 400);
  assert.equal((await fetch(`${patchbay.url}/sip/ws`)).status, 426);
  for (const path of ['', '/', '/WEB-INF/web.xml', '/META-INF/MANIFEST.MF', '/META-INF/persistence.xml', '/prompts/', '/ws/x', '/io/patchbay/channel/voice/changelog.sql']) {
    assert.equal((await fetch(`${patchbay.url}/sip${path}`)).status, 404, path);
  }
});

test('frames: text and binary, keep-alives, pings; what is wrong costs only its own socket', async () => {
  const calm = await socket();
  calm.send(options('one'));
  calm.send(Buffer.from(options('two')));
  await until('both are answered', () => calm.frames.length === 2);
  assert.ok(calm.frames.every(({ text, binary }) => text.startsWith('SIP/2.0 200 ') && /received=127\.0\.0\.1/.test(text) && !binary));
  calm.send('\r\n\r\n');
  await until('the keep-alive is answered', () => calm.frames.at(-1).text === '\r\n');
  calm.ping('still there');
  assert.equal(String((await once(calm, 'pong'))[0]), 'still there');
  const [rude, large, fast] = [await socket(), await socket(), await socket()];
  rude.send('{"type":"hello"}');
  assert.equal(await rude.closed, 1007);
  large.send('x'.repeat(70_000));
  assert.equal(await large.closed, 1009);
  for (let i = 0; i < 200 && fast.readyState === fast.OPEN; i++) { // what is unread when the door closes would take the reason with it
    for (let more = 0; more < 10; more++) fast.send('\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(await fast.closed, 1008);
  const wrong = await socket();
  wrong.send(options('three').replace('1 OPTIONS', '1 INVITE'));
  await until('it is told what is wrong', () => wrong.frames[0]?.text.startsWith('SIP/2.0 400 Bad Request: CSeq'));
  calm.send(options('four'));
  await until('the calm one is answered still', () => calm.frames.at(-1).text.startsWith('SIP/2.0 200 '));
  assert.ok(await metric('patchbay_sip_websockets') >= 2);
});

test('a wrong password is refused, and a page that is not allowed never gets there', async () => {
  const thief = opened(await WebPhone.start(browser, site, ws, '1001', 'guess'));
  await until('the page is refused', async () => (await thief.get('refused')) !== 0);
  assert.ok([401, 403].includes(await thief.get('refused')));
  assert.equal(await thief.get('registered'), false);
  const elsewhere = opened(await Site.start());
  const stranger = opened(await WebPhone.start(browser, elsewhere, ws, '1001'));
  const friend = opened(await WebPhone.start(browser, site, ws, '1001'));
  await friend.registered();
  assert.equal(await stranger.get('registered'), false);
});

test('JsSIP registers, rings, and both hear each other; hold, keys and hang-up', async () => {
  const { phone, caller } = await talking();
  const [call] = await phone.calls();
  assert.match(call.from, /138\*+2046/);
  await phone.does('hold', true);
  await music(caller, 'the customer');
  await phone.does('hold', false);
  await hears(caller, 'the customer', PAGE);
  await phone.hears(CUSTOMER);
  await phone.does('keys', '12', 'INFO');
  await until('the customer got the keys of INFO', () => caller.keys.join('') === '12');
  await phone.does('keys', '3#', 'RFC2833');
  await until('and those in the sound', () => caller.keys.join('') === '123#');
  await phone.does('restartsIce');
  await hears(caller, 'the customer', PAGE);
  await phone.hears(CUSTOMER);
  await phone.does('hangUp');
  await until('the customer is let go', () => !caller.talking);
  await until('alice wraps up', async () => (await me('alice')).assignments[0].state === 'wrapup');
  assert.deepEqual(phone.errors, []);
});

test('a caller who hangs up ends the call in the page, and the next one rings', async () => {
  const { phone, caller, interaction } = await talking();
  await goes(caller);
  await phone.is(undefined);
  await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
  const next = await customer();
  await phone.is('ringing');
  await goes(next);
  await phone.is(undefined);
});

test('accepting at the desk makes the page answer by itself', async () => {
  const phone = await alice();
  const caller = await customer();
  await phone.is('ringing');
  const [{ interaction }] = (await me('alice')).offers;
  assert.equal((await patchbay.command('alice', 'assignment.accept', { interaction })).status, 200);
  await phone.hears(CUSTOMER);
  await hears(caller, 'the customer', PAGE);
});

test('the page transfers by REFER', async () => {
  const { phone, caller } = await talking();
  const bob = opened(await SoftPhone.start(patchbay, '1002', { hertz: BOB }));
  await phone.does('refers', '1002');
  await bob.answersCall();
  await hears(caller, 'the customer', BOB);
  await hears(bob, 'bob', CUSTOMER);
  await phone.is(undefined);
});

test('the page dials one of our numbers', async () => {
  const bob = opened(await SoftPhone.start(patchbay, '1002', { hertz: BOB }));
  await patchbay.presence('bob', 'ready');
  const phone = opened(await WebPhone.start(browser, site, ws, '1001'));
  await phone.registered();
  await phone.does('dials', '95500');
  await bob.answersCall();
  await phone.hears(BOB);
  await hears(bob, 'bob', PAGE);
  await phone.does('hold', true);
  await hears(bob, 'bob');
  await phone.does('hold', false);
  await hears(bob, 'bob', PAGE);
  bob.hangUp();
  await phone.is(undefined);
  await phone.does('dials', '13812342046');
  await phone.is(undefined);
  assert.equal((await phone.calls()).at(-1).cause, 'Rejected');
});

test('a socket that is cut takes the phone away, and the caller waits on at his old place until it is back', async () => {
  const line = opened(await Line.start(patchbay));
  const { phone, caller, interaction } = await talking(line.url);
  const registered = await metric('patchbay_voice_phones_registered'); // a desk phone of another test may still be among them
  line.cut();
  await until('the caller has his place in the queue again', async () => (await lines(interaction)).filter(({ type }) => type === 'interaction.queued').length === 2);
  await music(caller, 'the customer');
  await until('hers is not registered any more', async () => (await metric('patchbay_voice_phones_registered')) === registered - 1);
  await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
  await phone.registered(false);
  line.mend();
  await phone.registered();
  await until('the page rings for him', async () => (await phone.does('state')) === 'ringing');
  await phone.does('answer');
  await hears(caller, 'the customer', PAGE);
});
