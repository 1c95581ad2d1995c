// SPDX-License-Identifier: Apache-2.0
// The supervisor's floor: figures, reasons, credit, live skills, alarms of queues; every act by right and in the trace.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

const WAIT = 60_000;
let patchbay, browser, susan;
before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
  browser = await launch();
  susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const contact of await contacts('&state=waiting')) await patchbay.command('susan', 'interaction.end', { interaction: contact.id });
  for (const user of ['alice']) await leave(user);
});

const contacts = async (query = '') => (await patchbay.api('admin', `/interactions?limit=50${query}`)).body.items;
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const figures = async (queue) => (await patchbay.api('susan', '/queues')).body.items.find((one) => one.id === queue);
const lines = async (interaction, type) => (await patchbay.journal()).filter((line) => line.interaction === interaction && line.type === type);
const done = async (user, name, body) => {
  const answer = await patchbay.command(user, name, body);
  assert.equal(answer.status, 200, answer.text);
};

async function leave(user) {
  await until(`${user} is away`, async () => {
    const now = await me(user);
    for (const { interaction } of now.offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction } of now.assignments) {
      await patchbay.command(user, 'interaction.end', { interaction });
      await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other', notes: '' });
    }
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  }, WAIT);
}

/** Somebody who waits in a queue; gives his contact. */
async function waits(queue, name) {
  const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  await once(socket, 'connect');
  let said = '';
  socket.on('data', (data) => { said += data; });
  socket.write(`open ${name} ${queue} hello\n`);
  await until('it is committed', () => /committed/.test(said), WAIT);
  const before = new Set(seen);
  const contact = await until(`${name} waits`, async () => (await contacts('&state=waiting')).find((one) => one.queue === queue && !before.has(one.id)), WAIT);
  seen.add(contact.id);
  return contact;
}
const seen = new Set();

/** No dialog and no popover is open. */
const closeAll = () => until('nothing is open', async () => {
  if (await susan.locator('vaadin-dialog-overlay[opened], vaadin-popover-overlay[opened]').count() === 0) return true;
  await susan.keyboard.press('Escape');
  return false;
}, WAIT);

const waiting = async (queue) => {
  await susan.click(id(`queue-waiting-${queue}`));
  await susan.locator(id('waiting-list')).waitFor({ state: 'attached' });
};

test('the floor says who waits, in which step, how early it counts and why; credit takes it to the front', async () => {
  await done('admin', 'skill.save', { skill: 'french', name: 'French' });
  await done('admin', 'queue.save', { queue: 'french', name: 'French', unit: 'headquarters', needs: { french: 3 } });
  await done('susan', 'person.skills', { user: 'alice', skills: { service: 5, french: 3 } });
  const first = await waits('french', 'f1');
  const second = await waits('french', 'f2');
  await susan.locator(`${id('queue-french')} >> text=French`).waitFor({ timeout: WAIT });
  await until('two wait', async () => (await figures('french'))?.waiting === 2, WAIT);
  assert.equal((await figures('french')).serviceLevelHalfHour, null);
  assert.equal((await figures('french')).forecast, 4);
  await waiting('french');
  const row = susan.locator(id(`waiting-${second.number}`));
  await row.locator(id('waiting-why'), { hasText: 'nobody can take it now' }).waitFor({ timeout: WAIT });
  await row.locator(id('waiting-sooner')).click();
  const favoured = await until('it is favoured', async () => {
    const [refused] = await susan.locator('vaadin-dialog-overlay[aria-label="That was not possible"]').allTextContents();
    assert.equal(refused, undefined);
    return (await lines(second.id, 'interaction.favoured'))[0];
  }, WAIT);
  await row.locator('td.num', { hasText: '+10 min' }).waitFor({ timeout: WAIT });
  assert.equal(favoured.body.credit, 10);
  assert.equal(favoured.actor, 'user:susan');
  await row.locator(id('waiting-why')).click();
  await susan.locator(id('why'), { hasText: '10 minutes of credit' }).waitFor({ timeout: WAIT });
  await closeAll();
  assert.equal((await patchbay.presence('alice', 'ready')).status, 200);
  const offered = await until('one is offered', async () => {
    const line = (await patchbay.journal()).find((one) => one.type === 'assignment.offered');
    if (!line) throw new Error(JSON.stringify([await me('alice'), await contacts('&state=waiting')]));
    return line;
  }, WAIT);
  assert.equal(offered.interaction, second.id);
  await done('alice', 'assignment.accept', { interaction: second.id });
  await until('the half hour counts it', async () => (await figures('french')).serviceLevelHalfHour !== null, WAIT);
  assert.ok((await contacts()).some((one) => one.id === first.id));
});

test('skills are changed at the agent, take effect at once, and the trace has before and after', async () => {
  await done('susan', 'person.skills', { user: 'alice', skills: { service: 5 } });
  const contact = await waits('french', 'f3');
  await patchbay.presence('alice', 'ready');
  await susan.click(id('agent-alice'));
  for (let level = 0; level < 3; level++) await susan.click(id('skill-more-french'));
  await susan.click(id('skills-apply'));
  const offered = await until('alice is offered it', async () => (await me('alice')).offers[0], WAIT);
  assert.equal(offered.interaction, contact.id);
  const saved = (await patchbay.journal()).filter((line) => line.type === 'person.saved' && line.body.user === 'alice').at(-1);
  assert.equal(saved.actor, 'user:susan');
  assert.match(JSON.stringify(saved.body), /french/);
  await closeAll();
});

test('an agent may not change skills', async () => {
  assert.equal((await patchbay.command('alice', 'person.skills', { user: 'alice', skills: { french: 10 } })).status, 403);
  assert.equal((await patchbay.command('susan', 'person.skills', { user: 'nobody', skills: {} })).status, 404);
  assert.equal((await patchbay.command('susan', 'person.skills', { user: 'alice', skills: { french: 11 } })).status, 400);
});

test('a queue over its bound is an alarm with the buttons that mend it, and over when it is mended', async () => {
  await done('admin', 'parameter.save', { parameter: 'alarm.queue-waiting@queue:french', value: 1 });
  const part = 'queue:french:waiting';
  const one = await waits('french', 'f4');
  await waits('french', 'f5');
  const matter = susan.locator(id(`matter-${part}`));
  await matter.waitFor({ timeout: WAIT });
  const raised = (await patchbay.journal()).find((line) => line.type === 'alarm.raised' && line.body.part === part);
  assert.match(raised.body.english, /2 contacts wait in French, more than 1/);
  await matter.locator(id('alarm-see')).click();
  await matter.locator('text=Looked after').waitFor({ timeout: WAIT });
  await matter.locator(id('alarm-waiting')).click();
  await susan.locator(id(`waiting-${one.number}`)).waitFor({ timeout: WAIT });
  await closeAll();
  await done('susan', 'interaction.end', { interaction: one.id });
  await until('it is over', async () => (await patchbay.journal()).some((line) => line.type === 'alarm.cleared' && line.body.part === part), WAIT);
  await matter.waitFor({ state: 'detached', timeout: WAIT });
  assert.equal((await patchbay.api('susan', '/health')).body.status ?? 'up', 'up');
});

/** All that a window's board says, but for how long things last and what only the live one knows: telephones and the wait now. */
const board = (window) => window.evaluate(() => {
  const said = (node) => node.innerText.replace(/\d+:\d\d(:\d\d)?|No phone/g, '').replace(/\s+/g, ' ').trim();
  const all = (selector, say = said) => [...document.querySelectorAll(selector)].map(say);
  return {
    figures: all('[data-testid^="headline-"]'),
    queues: all('tr[data-testid^="queue-"]', (row) => [...row.cells].filter((_, at) => at !== 3 && at < 10).map(said).join(' | ')),
    curves: all('tr[data-testid^="queue-"] .curve', (curve) => curve.getAttribute('aria-label')),
    agents: all('[data-testid^="agent-"]'),
    matters: all('.als li b'),
  };
});
const clock = (at) => at.toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A whole second at which the board said what it said before and after, with REST's figures. */
const moment = () => until('the board stands still', async () => {
  const before = await board(susan);
  const second = new Date(Math.ceil(Date.now() / 1000) * 1000);
  await until('it is over', () => Date.now() > second.getTime() + 1500); // the board is read once a second
  const [said, rest] = [await board(susan), await figures('french')];
  const steady = JSON.stringify(said) === JSON.stringify(before) && said.queues.some((row) => row.startsWith(`French | ${rest.waiting} `));
  return steady && Math.floor(Date.now() / 60_000) === Math.floor(second.getTime() / 60_000) ? { at: clock(second), said, rest } : undefined;
}, WAIT);

test('the floor rewinds to any moment of the day and says what it said then', async () => {
  const past = susan.locator(id('rewind-state'), { hasText: 'Past' });
  const goTo = async (window, at) => {
    await window.goto(`${patchbay.url}/floor?at=${at}`);
    await window.locator(id('rewind-state'), { hasText: 'Past' }).waitFor({ timeout: WAIT });
    await window.locator(id('rewind-clock'), { hasText: at }).waitFor({ timeout: WAIT });
  };
  const same = (window, then) => until(`it says what it said at ${then.at}`, async () => {
    assert.deepEqual(await board(window), then.said);
    return true;
  }, 20_000);
  await done('susan', 'person.skills', { user: 'alice', skills: { service: 5, french: 3 } });
  const one = await waits('french', 'f6');
  const early = await moment();
  await patchbay.presence('alice', 'ready');
  await until('alice is offered it', async () => (await me('alice')).offers.length === 1, WAIT);
  await done('alice', 'assignment.accept', { interaction: one.id });
  await patchbay.presence('alice', 'notReady', 'meal');
  await waits('french', 'f7');
  const later = await moment();
  assert.deepEqual([early.rest.waiting, later.rest.waiting], [1, 1]);
  assert.notDeepEqual(early.said, later.said);
  await leave('alice');

  for (const then of [later, early, later]) {
    await goTo(susan, then.at);
    await same(susan, then);
    const row = susan.locator(id('queue-french'));
    assert.equal(await row.locator('td').nth(1).innerText(), String(then.rest.waiting));
    assert.match(await row.locator('td').nth(6).innerText(), new RegExp(`^${then.rest.ready} / `));
    assert.equal(await susan.locator(id('queue-waiting-french')).count(), 0, 'the past has no buttons');
  }
  const admin = await signIn(browser, patchbay, 'admin', { locale: 'en' });
  await goTo(admin, early.at); // the address can be given to others who may see the floor
  await same(admin, early);
  await admin.context().close();
  const bob = await signIn(browser, patchbay, 'bob', { locale: 'en' });
  await bob.goto(`${patchbay.url}/floor?at=${early.at}`);
  await bob.waitForSelector(id('me'));
  assert.equal(await bob.locator(id('rewind')).count(), 0);
  await bob.context().close();

  const address = susan.url();
  await susan.locator(id('rewind-slider')).press('ArrowLeft');
  await until('the address follows', () => susan.url().includes('at=') && susan.url() !== address, WAIT);
  await past.waitFor({ timeout: WAIT });
  await susan.click(id('rewind'));
  await susan.locator(id('rewind-state'), { hasText: 'Live' }).waitFor({ timeout: WAIT });
  await susan.waitForSelector(id('queue-waiting-french'));
  await until('the address says now', () => !susan.url().includes('at='), WAIT);
});

test('the same reasons stand in the record, and no page made an error', async () => {
  const [answered] = (await patchbay.journal()).filter((line) => line.type === 'interaction.favoured');
  const why = (await patchbay.api('susan', `/interactions/${answered.interaction}/why`)).body.items;
  assert.ok(why.some((line) => /10 minutes of credit/.test(line.en) && /优先 10 分钟/.test(line.zh)));
  await susan.goto(`${patchbay.url}/records/${answered.interaction}`);
  await susan.locator(id('why'), { hasText: '10 minutes of credit' }).waitFor({ timeout: WAIT });
  assert.deepEqual(susan.errors, []);
});
