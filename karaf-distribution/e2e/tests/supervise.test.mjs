// SPDX-License-Identifier: Apache-2.0
// Supervisors in agents' calls, checked by what each party hears, and in chats.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { customer as visitor, id, launch, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { share, sides } from '../lib/phones.mjs';
import { SoftPhone } from '../lib/softphone.mjs';

const [CUSTOMER, ALICE, SUSAN, CAROL] = [440, 1000, 1300, 1700];
const TONES = [CUSTOMER, ALICE, SUSAN, CAROL];

const field = (console, name) => console.locator(`${id(name)} textarea, textarea${id(name)}`).first();

let patchbay;
const open = [];
before(async () => {
  patchbay = await Patchbay.start({ etc: { 'io.patchbay.channel.voice.cfg': 'deadAfterSeconds = 5\n' } });
});
after(async () => { await patchbay?.stop(); });
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  for (const user of ['alice', 'susan']) await leave(user);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const done = async (user, name, body) => {
  const { status, body: answer, text } = await patchbay.command(user, name, body);
  assert.equal(status, 200, `${name}: ${text}`);
  return answer.result;
};

async function leave(user) {
  await until(`${user} is away`, async () => {
    for (const { interaction } of (await me(user)).assignments ?? []) await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    return (await patchbay.presence(user, 'loggedOut')).status !== 409;
  });
}

const hears = (who, name, ...tones) => until(`${name} hears ${tones.join(', ') || 'nobody'}`, () => TONES.every((tone) => who.hears(tone) === tones.includes(tone))).catch((error) => {
  throw new Error(`${error.message}: ${TONES.map((tone) => `${tone}: ${who.level(tone).toFixed(2)}`)}`);
});

async function talking() {
  const alice = opened(await SoftPhone.start(patchbay, '1001', { hertz: ALICE }));
  await patchbay.presence('alice', 'ready');
  const customer = opened(await SoftPhone.dials(patchbay, '95500', { hertz: CUSTOMER }));
  await alice.answersCall();
  const interaction = await until('alice talks', async () => (await me('alice')).assignments.find(({ state }) => state === 'active')?.interaction);
  await hears(alice, 'alice', CUSTOMER);
  return { alice, customer, interaction };
}

test('by right only, with a reason', async () => {
  const { customer, interaction } = await talking();
  assert.equal((await patchbay.command('bob', 'supervise.listen', { interaction, reason: 'curious' })).status, 403);
  assert.equal((await patchbay.command('susan', 'supervise.listen', { interaction, reason: ' ' })).status, 400);
  const { status, text } = await patchbay.command('susan', 'supervise.listen', { interaction, reason: 'training' });
  assert.equal(status, 409, text);
  assert.match(text, /phone/);
  customer.hangUp();
});

test('listen, whisper, barge and out again; the whisper is in no sound of the customer', async () => {
  const { alice, customer, interaction } = await talking();
  const susan = opened(await SoftPhone.start(patchbay, '1005', { hertz: SUSAN }));
  await done('susan', 'supervise.listen', { interaction, reason: 'training' });
  await until('her phone answers by itself or by hand', () => susan.talking || (susan.invite && (susan.picksUp(), true)));
  await hears(susan, 'susan', CUSTOMER, ALICE);
  await hears(customer, 'the customer', ALICE);
  await hears(alice, 'alice', CUSTOMER);
  await done('susan', 'supervise.whisper', { interaction, reason: 'the rate' });
  await hears(alice, 'alice', CUSTOMER, SUSAN);
  await hears(customer, 'the customer', ALICE);
  for (let look = 0; look < 20; look++) {
    assert.ok(customer.level(SUSAN) < 0.02, `the whisper reaches the customer: ${customer.level(SUSAN)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await done('susan', 'supervise.barge', { interaction, reason: 'he is lost' });
  await hears(customer, 'the customer', ALICE, SUSAN);
  await hears(alice, 'alice', CUSTOMER, SUSAN);
  await done('susan', 'supervise.stop', { interaction });
  await until('her phone is let go', () => !susan.talking);
  await hears(customer, 'the customer', ALICE);
  const reasons = (await patchbay.journal()).filter(({ interaction: id, type }) => id === interaction && type === 'participant.joined').map(({ actor, body }) => `${actor} ${body.manner} ${body.reason}`);
  assert.deepEqual(reasons, ['user:susan listening training', 'user:susan whispering the rate', 'user:susan talking he is lost']);
  customer.hangUp();
  await until('it is wrapped up', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await done('alice', 'assignment.complete', { interaction, disposition: 'other' });
  await until('it is closed', async () => (await contact(interaction)).state === 'closed');
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${interaction}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  const { left } = sides(Buffer.from(await response.arrayBuffer()));
  assert.ok(share(left, SUSAN) < 0.001, 'no whisper in the customer channel of the recording');
});

test('a supervisor takes the call over', async () => {
  const { alice, customer, interaction } = await talking();
  const susan = opened(await SoftPhone.start(patchbay, '1005', { hertz: SUSAN }));
  await done('susan', 'supervise.takeover', { interaction, reason: 'complaint' });
  await until('her phone answers', () => susan.talking || (susan.invite && (susan.picksUp(), true)));
  await hears(customer, 'the customer', SUSAN);
  await hears(susan, 'susan', CUSTOMER);
  await until('alice is let go', () => !alice.talking);
  assert.equal((await contact(interaction)).assignments.at(-1).agent, 'susan');
  susan.hangUp();
  await until('the customer too', () => !customer.talking);
});

/** A tile's popover, opened and with its buttons in it. */
async function tile(floor, agent, button) {
  await until(`${button} of ${agent}`, async () => {
    if (await floor.locator(id(button)).isVisible()) return true;
    await floor.keyboard.press('Escape');
    await floor.locator(id(`agent-${agent}`)).click({ timeout: 2000 }).catch(() => {}); // drawn anew at this moment
    await floor.locator(id(button)).waitFor({ timeout: 2000 }).catch(() => {});
    return floor.locator(id(button)).isVisible();
  });
  return floor.locator(id(button));
}

async function reason(floor, words) {
  await floor.locator(`${id('sit-reason')} input`).fill(words);
  await floor.locator(id('sit-confirm')).click();
  await floor.locator(id('sit-confirm')).waitFor({ state: 'detached' });
}

test('on the floor: listen with a reason, seen as what one does, and out again', async () => {
  const { alice, customer } = await talking();
  const susan = opened(await SoftPhone.start(patchbay, '1005', { hertz: SUSAN }));
  const browser = await launch();
  try {
    const floor = await signIn(browser, patchbay, 'susan');
    await floor.goto(`${patchbay.url}/floor`);
    await (await tile(floor, 'alice', 'sit-listen')).click();
    await reason(floor, 'training');
    await until('her phone answers by itself or by hand', () => susan.talking || (susan.invite && (susan.picksUp(), true)));
    await hears(susan, 'susan', CUSTOMER, ALICE);
    await hears(alice, 'alice', CUSTOMER);
    await tile(floor, 'alice', 'sit-stop');
    await floor.locator(`${id('sit-listen')}[aria-pressed="true"]`).waitFor();
    await floor.locator(id('sit-stop')).click();
    await until('her phone is let go', () => !susan.talking);
  } finally {
    await browser.close();
  }
  customer.hangUp();
});

test('on the floor: a call that rings at an agent is intercepted with a reason, which the agent reads', async () => {
  const alice = opened(await SoftPhone.start(patchbay, '1001', { hertz: ALICE }));
  const susan = opened(await SoftPhone.start(patchbay, '1005', { hertz: SUSAN }));
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  const desk = await signIn(browser, patchbay, 'alice');
  const floor = await signIn(browser, patchbay, 'susan');
  await floor.goto(`${patchbay.url}/floor`);
  await patchbay.presence('alice', 'ready');
  const dialling = SoftPhone.dials(patchbay, '95500', { hertz: CUSTOMER }).then(opened);
  let interaction;
  await until('it is taken', async () => { // it rings 15 s, then comes again; susan's phone may answer by itself at once
    const hers = await me('susan');
    if ([...hers.offers, ...hers.assignments].some((one) => one.interaction === interaction)) return true;
    if (!alice.invite) {
      await patchbay.presence('alice', 'ready');
      return false;
    }
    interaction = (await me('alice')).offers[0]?.interaction ?? interaction;
    if (!(await floor.locator(id('sit-reason')).isVisible())) {
      if (!(await floor.locator(id('sit-intercept')).isVisible())) await floor.locator(id('agent-alice')).click({ timeout: 2000 }).catch(() => {});
      await floor.locator(id('sit-intercept')).click({ timeout: 3000 }).catch(() => {});
    }
    await floor.locator(`${id('sit-reason')} input`).fill('熟客', { timeout: 3000 }).catch(() => {});
    await floor.locator(id('sit-confirm')).click({ timeout: 3000 }).catch(() => {});
    return false;
  });
  await until('her phone rings no more', () => !alice.invite);
  await desk.locator(id('call-bar'), { hasText: '熟客' }).waitFor();
  assert.deepEqual((await me('alice')).taken, { interaction, by: 'susan', why: '熟客' });
  await until('her phone answers', () => susan.talking || (susan.invite && (susan.picksUp(), true)));
  const customer = await dialling;
  await hears(customer, 'the customer', SUSAN);
  await hears(susan, 'susan', CUSTOMER);
  assert.equal((await me('alice')).presence, 'ready');
  assert.equal((await patchbay.command('bob', 'supervise.intercept', { interaction, reason: 'fun' })).status, 403);
  customer.hangUp();
});

test('in a chat: reads along unseen, writes to the agent alone, then to the customer', async () => {
  await patchbay.presence('alice', 'ready');
  const browser = await launch();
  try {
    const alice = await signIn(browser, patchbay, 'alice');
    const shop = await visitor(browser, patchbay, '林若晴');
    await shop.writes('你好，我想提前还款');
    await alice.waitForSelector(id('offer-accept'));
    await press(alice, 'F2');
    await alice.locator(id('messages'), { hasText: '提前还款' }).waitFor();
    const floor = await signIn(browser, patchbay, 'susan');
    const enters = async (verb, words) => {
      await floor.goto(`${patchbay.url}/floor`);
      await (await tile(floor, 'alice', verb)).click();
      await floor.locator(`${id('sit-reason')} input`).fill(words);
      await floor.locator(id('sit-confirm')).click();
      await floor.locator(id('reading')).waitFor();
    };
    await enters('sit-listen', '带教');
    await floor.locator(id('messages'), { hasText: '提前还款' }).waitFor();
    await shop.writes('今天可以吗');
    await floor.locator(id('messages'), { hasText: '今天可以吗' }).waitFor();
    assert.equal(await floor.locator(id('composer')).count(), 0, 'who only reads has nothing to write in');

    await enters('sit-whisper', '利率');
    await field(floor, 'composer').fill('先核对还款日');
    await field(floor, 'composer').press('Enter');
    await alice.locator(id('messages'), { hasText: '先核对还款日' }).waitFor();
    if (process.env.PATCHBAY_SHOTS) await floor.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/reading.png` });

    await enters('sit-barge', '客户着急');
    await field(floor, 'composer').fill('我是值班经理，今天可以办理。');
    await field(floor, 'composer').press('Enter');
    await shop.reads('我是值班经理，今天可以办理。');
    await alice.locator(id('messages'), { hasText: '我是值班经理' }).waitFor();
    assert.ok(!(await shop.locator('body').innerText()).includes('先核对还款日'), 'the customer sees what was for the agent alone');
    const { interaction } = (await me('alice')).assignments[0];
    const { items } = (await patchbay.api('admin', `/interactions/${interaction}/messages`)).body;
    assert.deepEqual(items.map(({ from, agent }) => agent ?? from), ['customer', 'customer', 'susan']);
    await floor.locator('[data-testid="leave"]').click();
    await until('she is out', async () => (await contact(interaction)).participants.every(({ role }) => role !== 'supervisor'));
    assert.equal((await patchbay.command('susan', 'message.send', { interaction, text: 'x' })).status, 409);
    await done('alice', 'interaction.end', { interaction });
    await done('alice', 'assignment.complete', { interaction, disposition: 'other' });
    assert.deepEqual([...floor.errors, ...alice.errors], []);
  } finally {
    await browser.close();
  }
});

test('who is signed out by a supervisor finishes the call, sees who did it and why, and is out', async () => {
  const { customer, interaction } = await talking();
  assert.equal((await patchbay.command('bob', 'presence.change', { agent: 'alice', presence: 'loggedOut', why: 'fun' })).status, 403);
  const wordless = await patchbay.command('susan', 'presence.change', { agent: 'alice', presence: 'loggedOut' });
  assert.equal(wordless.status, 400, wordless.text);
  const browser = await launch();
  try {
    const desk = await signIn(browser, patchbay, 'alice');
    const floor = await signIn(browser, patchbay, 'susan');
    await floor.goto(`${patchbay.url}/floor`);
    await (await tile(floor, 'alice', 'set-loggedOut')).click();
    await reason(floor, '消防演习');
    await desk.locator(id('presence-set-by'), { hasText: '消防演习' }).waitFor();
    assert.equal((await me('alice')).reason, 'leaving');
    assert.equal((await me('alice')).assignments[0].interaction, interaction); // nothing was taken from her
    customer.hangUp();
    await until('it is wrapped up', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
    await done('alice', 'assignment.complete', { interaction, disposition: 'other' });
    await until('she is out', async () => (await me('alice')).presence === 'loggedOut');
  } finally {
    await browser.close();
  }
  const [set] = (await patchbay.journal()).filter(({ type, body }) => type === 'presence.changed' && body.why);
  assert.deepEqual([set.actor, set.body.reason, set.body.why], ['user:susan', 'leaving', '消防演习']);
});
