// SPDX-License-Identifier: Apache-2.0
// Voice and SIP are exchanged, killed and stopped under running calls: what each party hears, and what becomes of the contact.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Phone, folder, sides, steady } from '../lib/phones.mjs';
import { SoftPhone } from '../lib/softphone.mjs';

const [CUSTOMER, ALICE] = [440, 1000];

let patchbay;
const open = [];
before(async () => {
  patchbay = await Patchbay.start({ etc: { 'io.patchbay.provision.cfg': 'stopSeconds = 600\n' } });
});
after(async () => { await patchbay?.stop(); });
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  if (patchbay.process.exitCode === null) for (const user of ['alice', 'bob']) await leave(user);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const active = (user) => until(`${user} talks`, async () => (await me(user)).assignments.find(({ state }) => state === 'active')?.interaction);
const hears = (who, name, tone) => until(`${name} hears ${tone}`, () => who.hears(tone));
const done = async (user, name, body) => {
  const { status, text } = await patchbay.command(user, name, body);
  assert.equal(status, 200, `${name}: ${text}`);
};

async function leave(user) {
  await until(`${user} is away`, async () => {
    for (const { interaction } of (await me(user)).offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction, state } of (await me(user)).assignments) {
      if (state === 'active') await patchbay.command(user, 'interaction.end', { interaction });
      await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    }
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  });
}

/** A customer dials and waits. */
async function dials(hertz) {
  const phone = opened(await SoftPhone.dials(patchbay, '95500', { hertz }));
  await until('its sound flows', () => phone.hearsAnything());
  return phone;
}

/** A customer talks with alice, both with a tone of their own. */
async function talking() {
  const alice = opened(await SoftPhone.start(patchbay, '1001', { hertz: ALICE }));
  await patchbay.presence('alice', 'ready');
  const customer = await dials(CUSTOMER);
  await alice.answersCall();
  const interaction = await active('alice');
  await hears(alice, 'alice', CUSTOMER);
  await hears(customer, 'the customer', ALICE);
  return { alice, customer, interaction };
}

/** Asks as a real phone does, again and again until it is answered; the answer and how long it took. */
async function insists(phone, ask) {
  const answers = [];
  const listen = (data) => answers.push(data.toString());
  phone.socket.on('message', listen);
  let text;
  const send = phone.send.bind(phone);
  phone.send = (message) => { text ??= message; send(message); };
  ask();
  delete phone.send;
  const cseq = /^CSeq: *(.+?)\r?$/im.exec(text)[1];
  const begun = Date.now();
  const answer = await until(`${cseq} is answered`, () => {
    const final = answers.find((one) => /^SIP\/2\.0 [2-6]/.test(one) && new RegExp(`^CSeq *: *${cseq}\\r?$`, 'im').test(one));
    if (!final) send(text);
    return final;
  });
  phone.socket.off('message', listen);
  return { status: Number(/^SIP\/2\.0 (\d+)/.exec(answer)[1]), millis: Date.now() - begun };
}

/** The longest time in which no sound came, from now on. */
function gap(phone) {
  let last = performance.now();
  let longest = 0;
  const listen = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  phone.rtp.on('message', listen);
  return () => {
    phone.rtp.off('message', listen);
    return Math.round(Math.max(longest, performance.now() - last));
  };
}

const shell = async (command) => {
  const { status, said } = await patchbay.shell(command);
  assert.equal(status, 0, `${command}: ${said}`);
  return said;
};

/** Exchanges a bundle and what stands on it; what those phones heard before counts no more. */
async function exchange(bundle, ...phones) {
  await shell(`bundle:update ${bundle}`);
  await shell(`bundle:refresh ${bundle}`);
  forget(...phones);
}

const forget = (...phones) => phones.forEach((phone) => phone.heard.fill(0));

async function recording(id) {
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${id}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  assert.equal(response.status, 200);
  return sides(Buffer.from(await response.arrayBuffer()));
}

test('channel.voice and sip are exchanged under a call and a waiting caller: sound flows, everything goes on', async (t) => {
  const { alice, customer, interaction } = await talking();
  const second = await dials(620);
  for (const bundle of ['io.patchbay.channel.voice', 'io.patchbay.sip']) {
    const gaps = [gap(alice), gap(customer), gap(second)];
    await exchange(bundle, alice, customer, second);
    await hears(alice, 'alice', CUSTOMER);
    await hears(customer, 'the customer', ALICE);
    const held = await insists(customer, () => customer.holds(true));
    assert.equal(held.status, 200);
    const back = await insists(customer, () => customer.holds(false));
    assert.equal(back.status, 200);
    forget(alice, customer);
    await hears(alice, 'alice', CUSTOMER);
    await hears(customer, 'the customer', ALICE);
    await until('the second hears music', () => second.hearsAnything());
    t.diagnostic(`${bundle}: longest gaps ${gaps.map((end) => end()).join(', ')} ms; re-INVITE answered after ${held.millis} ms`);
    await done('alice', 'call.hold', { interaction });
    await until('the customer hears music', () => !customer.hears(ALICE) && customer.hearsAnything());
    await done('alice', 'call.resume', { interaction });
    await hears(customer, 'the customer', ALICE);
  }
  assert.equal((await contact(interaction)).state, 'connected');
  const bye = await insists(customer, () => customer.hangUp());
  assert.equal(bye.status, 200);
  await until('alice is let go', () => !alice.talking);
  await until('the wrap-up is due', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await done('alice', 'assignment.complete', { interaction, disposition: 'enquiry' });
  const closed = await until('it is closed', async () => {
    const now = await contact(interaction);
    return now.state === 'closed' && now;
  });
  assert.equal(closed.outcome, 'handled');
  const journal = (await patchbay.journal()).filter((line) => line.interaction === interaction);
  const [began, ended] = ['began', 'ended'].map((word) => journal.filter(({ type }) => type === `interaction.recording${word[0].toUpperCase()}${word.slice(1)}`));
  assert.deepEqual([began.length, ended.length], [1, 1], 'one recording from connect to end');
  assert.equal(ended[0].body.whole, true);
  const { left, right, seconds } = await recording(interaction);
  const at = (type) => Date.parse(journal.find((line) => line.type === type).at);
  const talked = (at('interaction.remoteLeft') - at('interaction.connected')) / 1000;
  assert.ok(Math.abs(seconds - talked) < 2, `${seconds} s are kept of ${talked} s`);
  const middle = (side) => side.subarray(8000, side.length - 8000);
  assert.ok(steady(middle(left), CUSTOMER) > 0.8 && steady(middle(right), ALICE) > 0.8, `all the while each is on his side: ${steady(middle(left), CUSTOMER)}, ${steady(middle(right), ALICE)}`);
  await alice.answersCall();
  const next = await active('alice');
  await hears(alice, 'alice', 620);
  await hears(second, 'the second', ALICE);
  alice.hangUp();
  await until('the second is let go', () => !second.talking);
  assert.equal((await contact(next)).outcome ?? 'handled', 'handled');
});

test('with baresip for a phone: sip is exchanged, and the agent ends the call', async () => {
  const alice = await Phone.start(patchbay, '1001', { hertz: ALICE });
  open.push({ stop: () => alice.pullOut() });
  await alice.registered();
  await patchbay.presence('alice', 'ready');
  const customer = await dials(CUSTOMER);
  await alice.answer();
  const interaction = await active('alice');
  await hears(customer, 'the customer', ALICE);
  await exchange('io.patchbay.sip', customer);
  await hears(customer, 'the customer', ALICE);
  await alice.hangUp();
  await until('the customer is let go', () => !customer.talking);
  await until('the wrap-up is due', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  assert.equal((await contact(interaction)).recording, true);
});

test('a phone in a browser goes on too: its window is connected anew by itself', async () => {
  const file = join(folder, 'microphone.wav');
  spawnSync('sox', ['-R', '-n', '-r', '48000', '-c', '1', '-b', '16', file, 'synth', '30', 'sine', ALICE, 'gain', '-6']);
  const browser = await launch('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`, '--autoplay-policy=no-user-gesture-required');
  open.push({ stop: () => browser.close() });
  const desk = await signIn(browser, patchbay, 'alice', { locale: 'en' });
  await desk.waitForSelector('pb-softphone[data-state]', { state: 'attached' });
  await desk.evaluate(() => document.querySelector('pb-softphone').keep({ clean: false }));
  await desk.click(id('phone'));
  await desk.click(id('phone-use'));
  await desk.waitForSelector('pb-softphone[data-state="mine"]', { state: 'attached' });
  await patchbay.presence('alice', 'ready');
  const customer = await dials(CUSTOMER);
  const interaction = await until('it rings', async () => (await me('alice')).offers[0]?.interaction);
  await done('alice', 'assignment.accept', { interaction });
  await active('alice');
  await hears(customer, 'the customer', ALICE);
  await exchange('io.patchbay.channel.voice', customer);
  await hears(customer, 'the customer', ALICE);
  await until('her window is the phone of the new one', () => desk.evaluate(() => [...document.querySelector('pb-softphone').links.values()].some((link) => link.connectionState === 'connected')));
  await until('she hears the customer', () => desk.evaluate((tone) => {
    const phone = document.querySelector('pb-softphone');
    if (!phone.heard) return false;
    const levels = new Float32Array(phone.heard.frequencyBinCount);
    phone.heard.getFloatFrequencyData(levels);
    const loudest = levels.reduce((best, level, at) => (level > levels[best] ? at : best), 0);
    return levels[loudest] > -60 && Math.abs((loudest * phone.audio.sampleRate) / phone.heard.fftSize - tone) < 60;
  }, CUSTOMER));
  await exchange('io.patchbay.sip', customer);
  await hears(customer, 'the customer', ALICE);
  assert.equal((await me('alice')).assignments[0].interaction, interaction);
  assert.equal((await me('alice')).assignments[0].state, 'active');
  await done('alice', 'interaction.end', { interaction });
  await until('the customer is let go', () => !customer.talking);
});

test('after a kill both who talked get a BYE from the next process', async () => {
  const { alice, customer, interaction } = await talking();
  await new Promise((written) => setTimeout(written, 1000));
  await patchbay.kill();
  await patchbay.launch();
  await until('both are let go', () => !customer.talking && !alice.talking);
  await until('the contact is over', async () => ['closed', 'wrapup'].includes((await contact(interaction)).state));
});

test('a graceful stop waits for the running call and takes no other', async () => {
  const { alice, customer } = await talking();
  const gone = patchbay.stop();
  const other = opened(Object.assign(new SoftPhone(), { extension: '13812342047', server: patchbay.sipPort, hertz: 620, seen: [], calls: [], talking: false, branch: 0 }));
  await other.opens();
  other.listens();
  await until('others are turned away', () => {
    if (other.talking) other.hangUp();
    other.dialog = undefined;
    other.branch += 1;
    other.outgoing = { number: '95500', id: `c${other.port}-${other.branch}@soft`, tag: `f${other.port}` };
    other.invites();
    return other.seen.some((line) => line.startsWith('SIP/2.0 503'));
  });
  await new Promise((time) => setTimeout(time, 15_000));
  assert.ok(customer.talking && alice.talking);
  forget(customer, alice);
  await hears(customer, 'the customer', ALICE);
  await hears(alice, 'alice', CUSTOMER);
  const bye = await insists(customer, () => customer.hangUp());
  assert.equal(bye.status, 200);
  await until('alice is let go', () => !alice.talking);
  await gone;
});
