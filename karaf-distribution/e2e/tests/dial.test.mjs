// SPDX-License-Identifier: Apache-2.0
// Calls that agents begin: the agent's own phone first, then the customer by a trunk; judged by what each of them hears.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Called, outboundTrunk } from '../lib/called.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { sides, steady } from '../lib/phones.mjs';
import { SoftPhone } from '../lib/softphone.mjs';

const [ALICE, BOB, CUSTOMER] = [1000, 1300, 620];
const NUMBER = '13912345678';

let patchbay;
let carrier;
const open = [];
before(async () => {
  carrier = await freePort();
  patchbay = await Patchbay.start({ etc: outboundTrunk(carrier) });
  for (const extension of ['1001', '1002']) await answers(extension, 'handset');
});
after(async () => { await patchbay?.stop(); });
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  await until('alice is away', async () => {
    for (const { interaction } of (await me('alice')).offers) await patchbay.command('alice', 'assignment.decline', { interaction });
    for (const { interaction } of (await me('alice')).assignments) await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence('alice', 'loggedOut')).status === 200;
  });
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const answers = async (extension, answering) => {
  const saved = await patchbay.command('admin', 'phone.save', { extension, answering });
  assert.equal(saved.status, 200, saved.text);
};
const phone = async () => opened(await SoftPhone.start(patchbay, '1001', { hertz: ALICE }));
const customer = async (scenario, options) => opened(await Called.start(patchbay, scenario, carrier, { hertz: CUSTOMER, ...options }));
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const types = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id).map((line) => line.type);
const dial = (body) => patchbay.command('alice', 'call.dial', body);
const closed = (id) => until('it is closed', async () => { const one = await contact(id); return one.state === 'closed' && one; });
const wrapsUp = async (interaction) => {
  const mine = await until('the wrap-up is due', async () => (await me('alice')).assignments.find((one) => one.interaction === interaction && one.state === 'wrapup'));
  assert.equal((await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' })).status, 200);
  return mine;
};
const refused = async (body, status, code) => {
  const answer = await dial(body);
  assert.deepEqual([answer.status, answer.body?.code], [status, code], answer.text);
  return answer;
};

const chooser = (desk) => until('the chooser is open', async () => {
  if (await desk.locator(`${id('dial-number')} input`).isVisible()) return true;
  await desk.keyboard.press('Alt+C');
  return false;
});
const window = async () => {
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  return browser;
};

async function dialled(body = { number: NUMBER }) {
  const answer = await dial(body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result.interaction;
}

test('what may not be called is refused with the reason; the cap names itself and when it opens', async () => {
  await refused({ number: NUMBER }, 409, 'signed-out');
  await patchbay.presence('alice', 'notReady', 'break');
  await refused({ number: NUMBER }, 409, 'no-phone');
  const alice = await phone();
  await refused({ number: '123' }, 400, 'number-invalid');
  await refused({ number: '16889991234' }, 400, 'number-invalid');
  await refused({ number: '+4930123456' }, 400, 'number-abroad');
  await refused({ number: NUMBER, queue: 'nowhere' }, 400, 'unknown-queue');
  assert.equal((await dial({})).status, 400);
  const saved = await patchbay.command('admin', 'parameter.save', { parameter: 'call.outbound-per-hour', value: 0 });
  assert.equal(saved.status, 200, saved.text);
  const none = await until('calls out are closed', async () => { // her phone was away a moment ago
    const answer = await dial({ number: NUMBER });
    return answer.body?.code === 'outbound-closed' && answer;
  });
  assert.match(none.text, /call\.outbound-per-hour/);
  await patchbay.command('admin', 'parameter.save', { parameter: 'call.outbound-per-hour', value: 1 });
  const interaction = await dialled();
  await until('her own phone rings', () => alice.invite);
  await refused({ number: NUMBER }, 409, 'call-open');
  alice.rejects('486 Busy Here');
  assert.equal((await closed(interaction)).outcome, 'unreached');
  const full = await refused({ number: NUMBER }, 409, 'outbound-cap');
  assert.match(full.text, /\d\d:\d\d/);
  await patchbay.command('admin', 'parameter.save', { parameter: 'call.outbound-per-hour', value: 60 });
});

test('an agent calls a customer: her own phone rings first, they hear each other, it is recorded and wrapped up', async () => {
  const alice = await phone();
  await patchbay.presence('alice', 'notReady', 'break');
  const party = await customer('answers');
  const interaction = await dialled({ number: NUMBER, queue: 'service' });
  await until('her own phone rings', () => alice.invite);
  assert.ok(!(await types(interaction)).includes('callback.dialling'), 'nobody is dialled before she is there');
  await alice.answersCall();
  await until('she hears the customer', () => alice.hears(CUSTOMER));
  await until('some seconds are said', async () => {
    const began = (await patchbay.journal()).find((line) => line.interaction === interaction && line.type === 'interaction.recordingBegan');
    return began && Date.now() - Date.parse(began.at) > 5000;
  });
  const talking = await contact(interaction);
  assert.deepEqual([talking.direction, talking.state, talking.channel, talking.queue], ['outbound', 'connected', 'voice', 'service']);
  assert.deepEqual(talking.participants.map(({ party: who }) => who), ['customer', 'staff:alice']);
  alice.hangUp();
  await party.gone;
  await wrapsUp(interaction);
  assert.equal((await closed(interaction)).outcome, 'handled');
  const order = (await types(interaction)).filter((type) => /^(callback|assignment\.accepted|interaction\.(arrived|connected|queued))/.test(type));
  assert.deepEqual(order, ['interaction.arrived', 'assignment.accepted', 'callback.dialling', 'callback.reached', 'interaction.connected', 'callback.done']);
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${interaction}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  const { left, right } = sides(Buffer.from(await response.arrayBuffer()));
  assert.ok(steady(left, CUSTOMER) > 0.8, 'the customer is left');
  assert.ok(steady(right, ALICE) > 0.8, 'the agent is right');
});

test('a phone that answers by itself when it is told so takes the call without anybody lifting it', async () => {
  await answers('1001', 'alert-info');
  const alice = await phone();
  await patchbay.presence('alice', 'ready');
  const party = await customer('answers');
  const interaction = await dialled();
  await until('she hears the customer', () => alice.hears(CUSTOMER));
  assert.equal((await patchbay.command('alice', 'interaction.end', { interaction })).status, 200);
  await party.gone;
  await wrapsUp(interaction);
  assert.equal((await closed(interaction)).outcome, 'handled');
  await answers('1001', 'handset');
});

test('busy, silent or rejecting: the cause is with the agent within 2 s, her phone is let go, nobody is called again', async () => {
  const alice = await phone();
  await patchbay.presence('alice', 'ready');
  for (const [status, cause] of [['486 Busy Here', 'busy'], ['603 Decline', 'declined'], ['404 Not Found', 'wrong-number'], ['480 Temporarily Unavailable', 'no-answer'], ['503 Service Unavailable', 'unreachable']]) {
    const party = await customer('refuses', { status });
    const interaction = await dialled();
    await alice.answersCall();
    const mine = await wrapsUp(interaction);
    assert.deepEqual(mine.missed, { party: 'customer', cause }, status);
    await until('her phone is let go', () => !alice.talking);
    assert.equal((await closed(interaction)).outcome, 'unreached');
    const journal = (await patchbay.journal()).filter((line) => line.interaction === interaction);
    const [failed] = journal.filter(({ type }) => type === 'callback.failed');
    const ended = journal.find(({ type }) => type === 'assignment.wrapUp');
    assert.equal(failed.body.reason, cause);
    assert.equal(failed.at, ended.at, 'in the same turn');
    assert.equal(journal.filter(({ type }) => type === 'callback.dialling').length, 1);
    await party.stop();
  }
});

test('the bar: Alt C, the number is checked while it is typed, Enter calls; busy is said; a phone that does not take it too', async () => {
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  const alice = await phone();
  await patchbay.presence('alice', 'ready');
  const desk = await signIn(browser, patchbay, 'alice', { locale: 'en' });
  const opens = () => chooser(desk);
  await desk.waitForSelector(id('dial'));
  await opens();
  await desk.fill(`${id('dial-number')} input`, '+49 30 123456');
  await desk.waitForSelector(id('dial-no'));
  await desk.fill(`${id('dial-number')} input`, NUMBER);
  const row = desk.locator(id('dial-for-service'));
  await row.waitFor();
  assert.match(await row.innerText(), /presents 95500/);
  if (process.env.PATCHBAY_SHOTS) await desk.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/dial.png` });
  const party = await customer('refuses');
  await desk.locator(`${id('dial-number')} input`).press('Enter');
  await until('her own phone rings', () => alice.invite);
  await desk.waitForSelector(id('pick-up'));
  await alice.answersCall();
  await until('the cause is said', async () => /not reached: busy/.test(await desk.locator(id('call-bar')).innerText()));
  await desk.waitForSelector(id('wrapup-complete'));
  if (process.env.PATCHBAY_SHOTS) await desk.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/not-reached.png` });
  await party.stop();
  await until('it is wrapped up', async () => {
    if (await desk.locator(id('wrapup-complete')).isVisible()) await desk.locator(id('wrapup-complete')).click({ timeout: 2000 }).catch(() => {});
    return (await me('alice')).assignments.length === 0;
  });

  await desk.waitForSelector(id('dial'));
  await opens();
  await desk.fill(`${id('dial-number')} input`, NUMBER);
  await row.waitFor();
  await row.click();
  await until('her own phone rings again', () => alice.invite);
  alice.rejects('486 Busy Here');
  await until('it is said', async () => /own phone did not take it/.test(await desk.locator(id('call-bar')).innerText()));
});

test('frequent numbers: found by name while typing, the unit\'s and one\'s own, kept and dropped at the desk', async () => {
  const saved = await patchbay.command('admin', 'frequent.save', { number: NUMBER, name: '王经理', unit: 'headquarters' });
  assert.equal(saved.status, 200, saved.text);
  assert.equal((await patchbay.command('alice', 'frequent.save', { number: NUMBER, name: '王经理', unit: 'headquarters' })).status, 403);
  assert.equal((await patchbay.command('alice', 'frequent.keep', { number: 'call me', name: 'x' })).body.code, 'bad-frequent');
  const mine = async () => (await patchbay.api('alice', '/frequent-numbers')).body.items.map(({ number, name, unit }) => `${number} ${name} ${unit}`);
  assert.deepEqual(await mine(), [`${NUMBER} 王经理 headquarters`]);
  await phone();
  await patchbay.presence('alice', 'notReady', 'break');
  const desk = await signIn(await window(), patchbay, 'alice', { locale: 'en' });
  await desk.waitForSelector(id('dial'));
  await chooser(desk);
  const field = desk.locator(`${id('dial-number')} input`);
  await field.fill('王');
  await desk.locator(id(`frequent-${NUMBER}`)).waitFor();
  if (process.env.PATCHBAY_SHOTS) await desk.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/frequent.png` });
  await field.press('Enter');
  await desk.locator(id('dial-for-service')).waitFor(); // the number stands in the field: the queue is next
  assert.equal(await field.inputValue(), NUMBER);
  const name = desk.locator(`${id('frequent-name')} input`);
  await until('its name is asked for', async () => {
    if (await name.isVisible()) return true;
    await chooser(desk);
    await field.fill('13700000001', { timeout: 3000 }).catch(() => {});
    await desk.locator(id('frequent-keep')).click({ timeout: 3000 }).catch(() => {}); // the list is drawn anew with each word of the desk
    return name.waitFor({ timeout: 3000 }).then(() => true, () => false);
  });
  await name.fill('李处');
  await desk.locator(id('frequent-save')).click();
  await until('it is kept', async () => (await mine()).includes('13700000001 李处 null'));
  await chooser(desk);
  await field.fill('李处');
  await desk.locator(id('frequent-drop-13700000001')).click();
  await until('it is dropped', async () => (await mine()).length === 1);
  const told = (await patchbay.journal()).filter(({ type }) => type.startsWith('frequent.'));
  assert.deepEqual(told.map(({ type }) => type), ['frequent.saved', 'frequent.saved', 'frequent.removed']);
  assert.ok(!JSON.stringify(told).includes(NUMBER), 'no number in the journal');
  const remove = () => patchbay.command('admin', 'frequent.remove', { number: NUMBER, unit: 'headquarters' });
  assert.equal((await remove()).status, 200);
  assert.equal((await remove()).body.code, 'unknown-frequent');
});

test('an agent calls a colleague: both hear each other, both are busy, nothing is recorded, either ends it', async () => {
  const [alice, bob] = [await phone(), opened(await SoftPhone.start(patchbay, '1002', { hertz: BOB }))];
  await patchbay.presence('alice', 'ready');
  await patchbay.presence('bob', 'notReady', 'break');
  const browser = await window();
  const [desk, bobs] = [await signIn(browser, patchbay, 'alice', { locale: 'en' }), await signIn(browser, patchbay, 'bob', { locale: 'en' })];
  await desk.waitForSelector(id('dial'));
  await until('it is begun', async () => {
    if (alice.invite) return true;
    await chooser(desk);
    await desk.locator(`${id('dial-number')} input`).fill('bob', { timeout: 3000 }).catch(() => {});
    await desk.locator(id('dial-bob')).click({ timeout: 3000 }).catch(() => {});
    return alice.invite;
  });
  assert.ok(!bob.invite, 'nobody rings before her own phone is picked up');
  const [{ interaction }] = (await me('alice')).offers;
  await alice.answersCall();
  await until('bob rings', () => bob.invite);
  await bobs.locator(id('call-bar'), { hasText: /calls you/ }).waitFor();
  await until('she hears that it rings', () => alice.hearsAnything());
  await bob.answersCall();
  await until('they hear each other', () => alice.hears(BOB) && bob.hears(ALICE));
  if (process.env.PATCHBAY_SHOTS) for (const [page, name] of [[desk, 'inner'], [bobs, 'inner-guest']]) await page.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/${name}.png` });
  assert.equal((await me('bob')).guest[0].interaction, interaction);
  assert.equal((await patchbay.command('alice', 'call.hold', { interaction })).body.code, 'among-colleagues');
  assert.equal((await patchbay.command('alice', 'call.mute', { interaction, on: true })).status, 200);
  await until('bob hears her no more', () => !bob.hears(ALICE));
  bob.hangUp();
  await until('her phone is let go', () => !alice.talking);
  const over = await closed(interaction);
  assert.deepEqual([over.direction, over.outcome, over.recording], ['internal', 'handled', false]);
  const after = await me('alice');
  assert.deepEqual([after.presence, after.assignments], ['ready', []]);
  assert.ok(!(await types(interaction)).includes('interaction.queued'));

  const again = await dialled({ number: '1002' });
  await alice.answersCall();
  await until('bob rings again', () => bob.invite);
  bob.rejects('603 Decline');
  assert.equal((await closed(again)).outcome, 'unreached');
  assert.deepEqual((await me('alice')).missed, { party: 'staff:bob', cause: 'declined' });
  await desk.locator(id('call-bar'), { hasText: 'was not reached: declined' }).waitFor();
  await until('her phone is let go again', () => !alice.talking);
  await patchbay.presence('bob', 'loggedOut');
});

test('a colleague takes a ringing call: his phone rings instead, the first has it, nobody is set not ready', async () => {
  const [alice, bob] = [await phone(), opened(await SoftPhone.start(patchbay, '1002', { hertz: BOB }))];
  await patchbay.presence('alice', 'ready');
  await patchbay.presence('bob', 'notReady', 'break');
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  const desk = await signIn(browser, patchbay, 'bob', { locale: 'en' });
  await desk.waitForSelector(id('pickup'));
  const nothing = await patchbay.command('bob', 'call.pickup', { agent: 'alice' });
  assert.deepEqual([nothing.status, nothing.body.code], [409, 'nothing-rings']);
  const dialling = SoftPhone.dials(patchbay, '95500', { hertz: CUSTOMER }).then(opened);
  await until('alice rings', () => alice.invite);
  const [{ interaction }] = (await me('alice')).offers;
  await until('it is taken', async () => {
    if (!(await desk.locator(id('pickup-alice')).isVisible())) await desk.locator(id('pickup')).click({ timeout: 2000 }).catch(() => {});
    await desk.locator(id('pickup-alice')).click({ timeout: 3000 }).catch(() => {});
    return (await me('bob')).offers.some((one) => one.interaction === interaction);
  });
  await until('her phone rings no more', () => !alice.invite);
  await bob.answersCall();
  const caller = await dialling;
  await until('bob and the customer hear each other', () => bob.hears(CUSTOMER) && caller.hears(BOB));
  assert.ok(!caller.hears(ALICE));
  assert.equal((await me('alice')).presence, 'ready');
  const taken = (await patchbay.journal()).find((line) => line.interaction === interaction && line.type === 'assignment.withdrawn');
  assert.deepEqual([taken.actor, taken.body.agent, taken.body.reason], ['user:bob', 'alice', 'picked-up']);
  caller.hangUp();
  await until('bob wraps up', async () => (await me('bob')).assignments[0]?.state === 'wrapup');
  assert.equal((await patchbay.command('bob', 'assignment.complete', { interaction, disposition: 'other' })).status, 200);
  assert.equal((await closed(interaction)).outcome, 'handled');
  await patchbay.presence('bob', 'loggedOut');
});
