// SPDX-License-Identifier: Apache-2.0
// The demo as a newcomer finds it: a town that lives, a page that leads him through one contact of each channel, and people whom the town leaves alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id, launch, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

const CHANNELS = ['voice', 'sms', 'email', 'chat'];
const NAMED = ['alice', 'bob', 'carol', 'david', 'susan', 'quentin', 'admin'];
const STAFF = ['hannah', 'leon', 'xia', 'yun', 'mark', 'tina', 'feng', 'grace'];
const LONG = 90_000;
let patchbay, browser;
before(async () => {
  patchbay = await Patchbay.start({ env: { PATCHBAY_TOWN: 'on' } });
  browser = await launch();
  await until('the town is awake', async () => (await patchbay.command('admin', 'town.pace', {})).body?.result?.halt === 'NONE', LONG);
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});

/** Changes the town's pace; without wishes it only tells. */
const pace = async (wishes = {}) => {
  const { status, body, text } = await patchbay.command('admin', 'town.pace', wishes);
  assert.equal(status, 200, text);
  return body.result;
};
const closed = async (channel) =>
  (await patchbay.api('admin', `/interactions?limit=50&channel=${channel}&state=closed&from=${today()}`)).body.items;
const today = () => new Date(Date.now() - 3_600_000).toISOString();
const glance = (console) => console.waitForTimeout(600);

/** Takes what rings at alice's desk, answers, ends and completes it, as a person does with the keyboard. */
async function serve(alice, channel) {
  await alice.locator(`${id(`step-${channel}`)}[data-stage="RINGING"]`).waitFor({ timeout: LONG });
  await alice.click(id(`go-${channel}`));
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  const contact = await until('it is hers', async () => (await patchbay.api('alice', '/agents/me')).body.assignments.find((one) => one.state === 'active'), LONG);
  if (channel !== 'voice') {
    const field = alice.locator(`${id('composer')} textarea, textarea${id('composer')}`).first();
    await field.waitFor();
    await field.fill('您好，已为您处理。');
    await field.press('Enter');
    await until('the answer is on its way', async () =>
      (await patchbay.api('admin', `/interactions/${contact.interaction}/messages`)).body.items.some((line) => line.from === 'agent'));
    await press(alice, 'Alt+W');
  } else {
    await until('sound is recorded', async () => (await patchbay.api('admin', `/interactions/${contact.interaction}`)).body.recording, LONG);
    await patchbay.command('alice', 'interaction.end', { interaction: contact.interaction });
  }
  await until('it is in wrap-up', async () => (await patchbay.api('admin', `/interactions/${contact.interaction}`)).body.state === 'wrapup', LONG);
  await alice.waitForSelector(id('wrapup-code-enquiry'));
  await glance(alice);
  await alice.click(id('wrapup-code-enquiry'));
  await press(alice, 'Control+Enter');
  await until('it is closed', async () => (await patchbay.api('admin', `/interactions/${contact.interaction}`)).body.state === 'closed', LONG);
}

describe('at the same time', { concurrency: true }, () => {
  test('customers of all four channels come and are served by simulated agents', { timeout: 300_000 }, async () => {
    await pace({ voice: 300, sms: 250, email: 250, chat: 300, rushHours: false });
    await until('somebody came by each channel', async () => {
      const { items } = (await patchbay.api('admin', `/interactions?limit=200&from=${today()}`)).body;
      return CHANNELS.every((channel) => items.some((one) => one.channel === channel && one.queue !== 'service'));
    }, LONG);
    await pace({ running: false });
    for (const channel of CHANNELS) {
      const one = await until(`a contact by ${channel} is handled`, async () =>
        (await closed(channel)).find((contact) => contact.outcome === 'handled' && contact.queue !== 'service'), 2 * LONG);
      assert.ok(one.queue.startsWith('town-'), `${channel} came into ${one.queue}`);
      const served = one.assignments.find((part) => part.outcome === 'completed');
      assert.ok(STAFF.includes(served.agent), `${channel} was served by ${served.agent}`);
      assert.ok(served.disposition, 'a code was chosen');
      if (channel === 'voice') {
        assert.ok(one.customer.name.length > 1, 'the caller is known by his number');
        continue;
      }
      const lines = (await patchbay.api('admin', `/interactions/${one.id}/messages`)).body.items;
      assert.equal(lines[0].from, 'customer');
      assert.ok(lines.some((line) => line.from === 'agent'), `${channel} got an answer: ${JSON.stringify(lines)}`);
    }
  });

  test('a newcomer takes the four first steps', { timeout: 300_000 }, async () => {
    const alice = await signIn(browser, patchbay, 'alice', { width: 1440, height: 900 });
    await alice.waitForURL(/\/start$/);
    await alice.click(id('start-ready'));
    for (const channel of ['sms', 'email', 'chat', 'voice']) {
      if (channel === 'voice') {
        await alice.click(id('demo-phone'));
        await alice.locator(`${id('phone')}[data-phone="DEMO"]`).waitFor({ timeout: LONG });
      }
      await alice.locator(`${id(`bring-${channel}`)}:enabled`).waitFor();
      await alice.click(id(`bring-${channel}`));
      await serve(alice, channel);
      await alice.click(id('rail-start'));
      await alice.locator(`${id(`step-${channel}`)}[data-stage="DONE"]`).waitFor({ timeout: LONG });
    }
    await alice.waitForSelector(id('start-done'));
    assert.deepEqual(alice.errors, []);
    await alice.context().close();
    const again = await signIn(browser, patchbay, 'alice');
    assert.match(again.url(), /\/desk/, 'whoever has taken them lands at the desk');
    await again.context().close();
  });
});

test('the recording of a call has the sound of both', async () => {
  const call = (await closed('voice')).find((contact) => contact.recording && contact.outcome === 'handled' && contact.queue !== 'service');
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${call.id}`, { headers: { authorization: 'Basic ' + btoa('susan:patchbay') } });
  assert.equal(response.status, 200);
  const wav = Buffer.from(await response.arrayBuffer());
  const loudest = [0, 0];
  for (let at = 44; at + 3 < wav.length; at += 4) {
    for (const side of [0, 1]) loudest[side] = Math.max(loudest[side], Math.abs(wav.readInt16LE(at + 2 * side)));
  }
  assert.ok(loudest[0] > 2000 && loudest[1] > 2000, `customer ${loudest[0]}, agent ${loudest[1]}`);
});

test('the past days fill records and reports, and the chain holds', async () => {
  const day = 86_400_000;
  const past = (await patchbay.api('admin', `/interactions?limit=500&from=${new Date(Date.now() - 6 * day).toISOString()}&to=${new Date(Date.now() - day).toISOString()}`)).body.items;
  assert.ok(past.length > 300, `${past.length} contacts of past days`);
  assert.ok(past.every((contact) => contact.state === 'closed'));
  const { status, said } = await patchbay.shell('patchbay:journal-verify');
  assert.equal(status, 0, said);
});

test('a changed pace acts, and one out of bounds is refused', async () => {
  const before = (await pace()).channels;
  await pace({ running: true, voice: 0, sms: 600, email: 0, chat: 0 });
  await until('somebody texts', async () => (await pace()).channels.sms.begun > before.sms.begun, LONG);
  await pace({ running: false });
  const { channels } = await pace();
  for (const other of ['voice', 'email', 'chat']) assert.equal(channels[other].begun, before[other].begun, `${other} is at 0`);
  const refused = await patchbay.command('admin', 'town.pace', { voice: 601 });
  assert.equal(refused.status, 400);
  assert.match(refused.text, /601/);
  assert.equal((await patchbay.command('alice', 'town.pace', { voice: 1 })).status, 403);
});

test('the town touches none of the named people but who asked for it', async () => {
  const lines = await patchbay.journal();
  const queued = new Map(lines.filter((line) => line.type === 'interaction.queued').map((line) => [line.interaction, line.body.queue]));
  const named = lines.filter((line) => NAMED.includes(line.body?.agent) && line.interaction);
  assert.deepEqual([...new Set(named.map((line) => line.body.agent))], ['alice']);
  const hers = new Set(named.map((line) => line.interaction));
  assert.equal(hers.size, 4, 'those she asked for');
  for (const [interaction, queue] of queued) assert.equal(queue === 'service', hers.has(interaction), `${interaction} is in ${queue}`);
  const presences = lines.filter((line) => line.type === 'presence.changed').map((line) => line.body.agent);
  assert.ok(presences.every((agent) => agent === 'alice' || STAFF.includes(agent)));
});

test('the town is seen and steered in the console', async () => {
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  await susan.click(id('rail-town'));
  await susan.locator(`${id('town-halt')}[data-halt="PAUSED"]`).waitFor();
  await susan.click(id('town-run'));
  await susan.locator(`${id('town-halt')}[data-halt="NONE"]`).waitFor();
  await susan.locator(id('rate-sms')).focus();
  await susan.keyboard.press('Home');
  await until('the rate is kept', async () => /^sms=0$/m.test(readFileSync(join(patchbay.home, 'data/town.properties'), 'utf8')));
  await susan.click(id('town-run'));
  assert.deepEqual(susan.errors, []);
  await susan.context().close();
});

test('it ends cleanly', async () => {
  const log = join(patchbay.home, 'log/karaf.log');
  await patchbay.command('admin', 'town.pace', { running: true, voice: 600, chat: 600, sms: 0, email: 0 });
  await until('somebody is on the line', async () => (await pace()).channels.voice.open > 0);
  const gone = new Promise((resolve) => patchbay.process.once('exit', resolve));
  patchbay.process.kill('SIGTERM');
  assert.equal(await gone, 0);
  assert.ok(existsSync(log));
  const faults = readFileSync(log, 'utf8').split('\n')
    .filter((line) => /\| (ERROR|WARN) .*(demo|town)/i.test(line) && !line.includes('IdleCommand')); // the mail server's own, when its client leaves
  assert.deepEqual(faults, []);
});
