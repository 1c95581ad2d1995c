// SPDX-License-Identifier: Apache-2.0
// The verbs of the telephone, checked by what each party hears: every phone says its own tone.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Called, outboundTrunk } from '../lib/called.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { Phone, share, sides, steady } from '../lib/phones.mjs';
import { SoftPhone } from '../lib/softphone.mjs';

const [CUSTOMER, ALICE, BOB, CAROL, OUTSIDE] = [440, 1000, 1300, 1700, 620];
const TONES = [CUSTOMER, ALICE, BOB, CAROL, OUTSIDE];

let patchbay;
let carrier;
const open = [];
before(async () => {
  carrier = await freePort();
  patchbay = await Patchbay.start({ etc: { 'io.patchbay.channel.voice.cfg': 'deadAfterSeconds = 5\n', ...outboundTrunk(carrier) } });
});
after(async () => { await patchbay?.stop(); });
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  for (const user of ['alice', 'bob', 'carol']) await leave(user);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const phone = async (extension, hertz) => opened(await SoftPhone.start(patchbay, extension, { hertz }));
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const lines = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id);
const done = async (user, name, body) => {
  const { status, body: answer, text } = await patchbay.command(user, name, body);
  assert.equal(status, 200, `${name}: ${text}`);
  return answer.result;
};

async function leave(user) {
  await until(`${user} is away`, async () => {
    for (const { interaction } of (await me(user)).offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction } of (await me(user)).assignments) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  });
}

/** Somebody hears exactly these tones. */
const hears = (who, name, ...tones) => until(`${name} hears ${tones.join(', ') || 'nobody'}`, () => TONES.every((tone) => who.hears(tone) === tones.includes(tone))).catch((error) => {
  throw new Error(`${error.message}: ${TONES.map((tone) => `${tone}: ${who.level(tone).toFixed(2)}`)}`);
});
const music = async (who, name) => {
  await hears(who, name);
  await until(`${name} hears music`, () => who.hearsAnything());
};

/** A picture for the eye, where one is wanted. */
const shot = (page, name) => process.env.PATCHBAY_SHOTS && page.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/${name}.png` });

/** A customer talks with alice. */
async function talking() {
  const alice = await phone('1001', ALICE);
  await patchbay.presence('alice', 'ready');
  const customer = opened(await SoftPhone.dials(patchbay, '95500', { hertz: CUSTOMER }));
  await alice.answersCall();
  const interaction = await until('alice talks', async () => (await me('alice')).assignments.find(({ state }) => state === 'active')?.interaction);
  await hears(alice, 'alice', CUSTOMER);
  await hears(customer, 'the customer', ALICE);
  return { alice, customer, interaction };
}

test('hold gives the customer music, mute silences the agent, keys go out, the desk phone holds too', async () => {
  const { alice, customer, interaction } = await talking();
  await done('alice', 'call.hold', { interaction });
  await music(customer, 'the customer');
  await hears(alice, 'alice');
  assert.equal((await contact(interaction)).participants.find(({ role }) => role === 'customer').manner, 'held');
  await done('alice', 'call.resume', { interaction });
  await hears(customer, 'the customer', ALICE);
  await hears(alice, 'alice', CUSTOMER);
  await done('alice', 'call.mute', { interaction, on: true });
  await hears(customer, 'the customer');
  await hears(alice, 'alice', CUSTOMER);
  await done('alice', 'call.mute', { interaction, on: false });
  await hears(customer, 'the customer', ALICE);
  await done('alice', 'call.press', { interaction, digits: '12#' });
  await until('the customer got the keys', () => customer.keys.join('') === '12#');
  alice.holds(true);
  await music(customer, 'the customer');
  alice.holds(false);
  await hears(customer, 'the customer', ALICE);
  assert.equal((await patchbay.command('bob', 'call.hold', { interaction })).status, 409);
  const journal = await lines(interaction);
  assert.ok(!JSON.stringify(journal).includes('12#'), 'keys are not written down');
  assert.equal(journal.filter(({ type, body }) => type === 'participant.changed' && body.manner === 'held').length, 2);
});

test('consult, swap, conference and back; then the colleague has the customer', async () => {
  const { alice, customer, interaction } = await talking();
  const bob = await phone('1002', BOB);
  const { party } = await done('alice', 'call.consult', { interaction, agent: 'bob', note: 'limit of her card' });
  await music(customer, 'the customer');
  await until('bob is shown who asks and why', () => /Alice|1001/.test(bob.calls[0]?.from) && /limit of her card/.test(bob.calls[0].subject));
  const visit = (await me('bob')).guest[0];
  assert.deepEqual([visit.interaction, visit.by, visit.note, visit.manner], [interaction, 'alice', 'limit of her card', 'ringing']);
  assert.equal((await patchbay.api('bob', `/interactions/${interaction}`)).status, 200, 'bob may see the contact before he answers');
  await bob.answersCall();
  await hears(bob, 'bob', ALICE);
  await hears(alice, 'alice', BOB);
  await music(customer, 'the customer');
  await done('alice', 'call.swap', { interaction });
  await hears(alice, 'alice', CUSTOMER);
  await hears(customer, 'the customer', ALICE);
  await music(bob, 'bob');
  await done('alice', 'call.confer', { interaction });
  await hears(customer, 'the customer', ALICE, BOB);
  await hears(alice, 'alice', CUSTOMER, BOB);
  await hears(bob, 'bob', CUSTOMER, ALICE);
  await done('alice', 'call.complete', { interaction, party });
  await hears(customer, 'the customer', BOB);
  await hears(bob, 'bob', CUSTOMER);
  await until('alice is let go', () => !alice.talking);
  assert.equal((await me('alice')).assignments[0].state, 'wrapup');
  assert.equal((await me('bob')).assignments[0].state, 'active');
  bob.hangUp();
  await until('so is the customer', () => !customer.talking);
});

test('a colleague who is busy, declines or hangs up brings the customer back, with the cause', async () => {
  const { alice, customer, interaction } = await talking();
  const bob = await phone('1002', BOB);
  for (const [status, cause] of [['486 Busy Here', 'busy'], ['603 Decline', 'declined'], ['480 Temporarily Unavailable', 'no-answer']]) {
    await done('alice', 'call.consult', { interaction, agent: 'bob' });
    await until('bob rings', () => bob.invite);
    bob.rejects(status);
    await hears(customer, 'the customer', ALICE);
    await until(`alice is told ${cause}`, async () => (await me('alice')).assignments[0].missed?.cause === cause);
  }
  await done('alice', 'call.consult', { interaction, agent: 'bob' });
  await bob.answersCall();
  await hears(alice, 'alice', BOB);
  bob.hangUp();
  await hears(alice, 'alice', CUSTOMER);
  const noPhone = await patchbay.command('alice', 'call.consult', { interaction, agent: 'carol' });
  assert.equal(noPhone.status, 409);
  assert.match(noPhone.text, /no phone/);
  await hears(customer, 'the customer', ALICE);
  const state = (await patchbay.api('admin', '/agents')).body.items.find(({ user }) => user === 'bob');
  assert.equal(state?.load?.call?.active ?? 0, 0);
});

test('a blind transfer comes back if nobody takes it, by command and by the phone itself', async () => {
  const { alice, customer, interaction } = await talking();
  const bob = await phone('1002', BOB);
  await done('alice', 'call.transfer', { interaction, agent: 'bob', note: 'papers are in' });
  await until('bob rings', () => bob.invite);
  await music(customer, 'the customer');
  bob.rejects('486 Busy Here');
  await hears(customer, 'the customer', ALICE);
  await hears(alice, 'alice', CUSTOMER);
  alice.refers('1002');
  await until('it was taken up', () => alice.seen.some((line) => line.startsWith('SIP/2.0 202')));
  await bob.answersCall();
  await hears(customer, 'the customer', BOB);
  await hears(bob, 'bob', CUSTOMER);
  await until('alice is let go', () => !alice.talking);
  assert.equal((await contact(interaction)).assignments.at(-1).agent, 'bob');
  customer.hangUp();
});

test('somebody outside is called in, with our number, and keeps the customer', async () => {
  opened(await Called.start(patchbay, 'answers', carrier, { hertz: OUTSIDE }));
  const { alice, customer, interaction } = await talking();
  const wrong = await patchbay.command('alice', 'call.consult', { interaction, number: '123' });
  assert.equal(wrong.status, 400);
  const { party } = await done('alice', 'call.consult', { interaction, number: '13912345678' });
  await hears(alice, 'alice', OUTSIDE);
  await music(customer, 'the customer');
  await done('alice', 'call.confer', { interaction });
  await hears(customer, 'the customer', ALICE, OUTSIDE);
  await done('alice', 'call.complete', { interaction, party });
  await hears(customer, 'the customer', OUTSIDE);
  await until('alice is let go', () => !alice.talking);
  customer.hangUp();
  const closed = await until('it is closed', async () => {
    await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
    const now = await contact(interaction);
    return now.state === 'closed' && now;
  });
  assert.equal(closed.outcome, 'handled');
});

test('with baresip for a colleague, a conference of three is in the recording side by side', async () => {
  const { customer, interaction } = await talking();
  const bob = await Phone.start(patchbay, '1002', { hertz: BOB });
  open.push({ stop: () => bob.pullOut() });
  await bob.registered();
  await done('alice', 'call.consult', { interaction, agent: 'bob' });
  await bob.answer();
  await until('bob is there', async () => (await contact(interaction)).participants.some(({ party, manner }) => party === 'staff:bob' && manner === 'talking'));
  await done('alice', 'call.confer', { interaction });
  await hears(customer, 'the customer', ALICE, BOB);
  await new Promise((resolve) => setTimeout(resolve, 2500)); // sound to be measured
  customer.hangUp();
  await until('it is wrapped up', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await done('alice', 'assignment.complete', { interaction, disposition: 'other' });
  await until('it is closed', async () => (await contact(interaction)).state === 'closed');
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${interaction}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  const { left, right } = sides(Buffer.from(await response.arrayBuffer()));
  const end = (side) => side.subarray(side.length - 16_000, side.length - 4000);
  assert.ok(steady(end(left), CUSTOMER) > 0.8, `the customer is left: ${steady(end(left), CUSTOMER)}`);
  assert.ok(steady(end(right), ALICE) > 0.2 && steady(end(right), BOB) > 0.2, 'both of ours are right');
  assert.ok(share(end(left), BOB) < 0.01 && share(end(right), CUSTOMER) < 0.01, 'nobody is on the other side');
});

test('the bar: F9 holds with its own clock, F8 mutes, a colleague is asked in with a note and answers by his desk', async () => {
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  const desk = await signIn(browser, patchbay, 'alice', { locale: 'en' });
  const { customer } = await talking();
  await desk.waitForSelector(id('hold'));
  await desk.keyboard.press('F9');
  await desk.waitForSelector(id('hold-timer'));
  await music(customer, 'the customer');
  await desk.keyboard.press('F9');
  await desk.waitForSelector(id('hold-timer'), { state: 'detached' });
  await hears(customer, 'the customer', ALICE);
  await desk.keyboard.press('F8');
  await desk.waitForSelector(`${id('mute')}[aria-pressed="true"]`);
  await hears(customer, 'the customer');
  await desk.keyboard.press('F8');
  await desk.waitForSelector(`${id('mute')}[aria-pressed="false"]`);
  await hears(customer, 'the customer', ALICE);
  await desk.click(id('keypad'));
  await desk.click(id('key-5'));
  await until('the customer got the key', () => customer.keys.join('') === '5');
  await desk.keyboard.press('Escape');

  const bob = await phone('1002', BOB);
  await patchbay.presence('bob', 'notReady', 'break');
  const bobs = await signIn(browser, patchbay, 'bob', { locale: 'zh-CN' });
  await desk.click(id('consult'));
  await desk.fill(`${id('consult-note')} input`, 'limit of her card');
  await desk.click(id('consult-bob'));
  await bobs.waitForSelector(id('join'));
  assert.match(await bobs.locator(id('guest-note')).innerText(), /limit of her card/);
  await bob.answersCall();
  await desk.waitForSelector(`${id('party-staff:bob')}[data-manner="talking"]`);
  await bobs.waitForSelector(id('leave'));
  await shot(desk, 'consult');
  await shot(bobs, 'guest');
  await desk.click(id('confer'));
  await desk.waitForSelector(id('add-party')); // the buttons are those of a conference
  await hears(customer, 'the customer', ALICE, BOB);
  await desk.click(id('release'));
  await until('bob is let go', () => !bob.talking);
  await desk.click(id('consult'));
  await desk.click(id('consult-bob'));
  await until('bob rings', () => bob.invite);
  bob.rejects('486 Busy Here');
  await until('the cause is said', async () => /busy/.test(await desk.locator(id('call-bar')).innerText()));
  await shot(desk, 'missed');
  await until('it is wrapped up', async () => { // a bar that has just changed ignores keys for a moment
    await desk.keyboard.press('Shift+F9');
    return await desk.locator(id('wrapup-complete')).isVisible();
  });
});
